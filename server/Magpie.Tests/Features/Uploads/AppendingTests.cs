using System.Net;
using System.Security.Cryptography;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class AppendingTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly TusClient tus = new(app.Owner.Http);
    private readonly byte[] bytes = FreeMedia.BytesOf("coast.jpg");

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("image/jpeg")]
    [InlineData(null)]
    public async Task Bytes_of_another_content_type_are_refused(string? type)
    {
        var upload = await BeginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = type is null ? null : new(type);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");

        using var answer = await app.Owner.Http.SendAsync(request);

        await answer.ShouldBeProblemAsync(415, "upload-chunk-type");
        await ShouldStandAtAsync(upload, 0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("999")]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("somewhere")]
    [InlineData("")]
    public async Task Bytes_that_do_not_continue_the_upload_are_refused_with_its_offset(string offset)
    {
        var upload = await BeginAsync();
        await tus.PatchAsync(upload, 0, bytes[..1000]);

        using var answer = await tus.SendAsync(HttpMethod.Patch, upload, new ByteArrayContent(bytes[1000..]), ("Upload-Offset", offset));

        await answer.ShouldBeProblemAsync(409, "upload-offset");
        Assert.Equal("1000", answer.Header("Upload-Offset"));
        await ShouldStandAtAsync(upload, 1000);
        await ShouldBecomeTheFileAsync(upload, 1000);
    }

    [Fact]
    public async Task After_a_power_cut_that_lost_bytes_the_offset_goes_back_to_those_that_are_there()
    {
        var upload = await BeginAsync();
        await tus.PatchAsync(upload, 0, bytes[..1000]);
        await tus.PatchAsync(upload, 1000, bytes[1000..2000]);
        var file = app.BlobFilesOf(Guid.Parse(upload.Split('/')[^1])).Single();
        using (var lost = File.OpenHandle(Path.Combine(app.DataFolder, "blobs", file), access: FileAccess.Write))
        {
            RandomAccess.SetLength(lost, 700);
        }

        using var answer = await tus.PatchAsync(upload, 2000, bytes[2000..]);

        await answer.ShouldBeProblemAsync(409, "upload-offset");
        Assert.Equal("700", answer.Header("Upload-Offset"));
        await ShouldStandAtAsync(upload, 700);
        await ShouldBecomeTheFileAsync(upload, 700);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_bytes_than_announced_are_refused_and_none_of_them_counts(bool isChunked)
    {
        var upload = await BeginAsync();
        await tus.PatchAsync(upload, 0, bytes[..1000]);
        using var content = new ByteArrayContent([.. bytes[1000..], 0]);
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = content };
        content.Headers.ContentType = new("application/offset+octet-stream");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "1000");
        request.Headers.TransferEncodingChunked = isChunked;

        using var answer = await app.Owner.Http.SendAsync(request);

        await answer.ShouldBeProblemAsync(400, "upload-overrun");
        await ShouldStandAtAsync(upload, 1000);
        await ShouldBecomeTheFileAsync(upload, 1000);
    }

    [Fact]
    public async Task An_empty_PATCH_changes_nothing()
    {
        var upload = await BeginAsync();

        using var answer = await tus.PatchAsync(upload, 0, []);

        Assert.Equal((HttpStatusCode.NoContent, "0"), (answer.StatusCode, answer.Header("Upload-Offset")));
        await ShouldBecomeTheFileAsync(upload, 0);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha1")]
    [InlineData("md5")]
    public async Task A_checksum_that_matches_passes_and_one_that_does_not_counts_nothing(string algorithm)
    {
        var upload = await BeginAsync();
        using var bad = await tus.PatchAsync(upload, 0, bytes[..70_000], ("Upload-Checksum", Checksum(algorithm, bytes[..69_999])));
        await bad.ShouldBeProblemAsync(460, "upload-checksum");
        await ShouldStandAtAsync(upload, 0);

        using var good = await tus.PatchAsync(upload, 0, bytes[..70_000], ("Upload-Checksum", Checksum(algorithm, bytes[..70_000])));
        Assert.Equal((HttpStatusCode.NoContent, "70000"), (good.StatusCode, good.Header("Upload-Offset")));

        using var badEnd = await tus.PatchAsync(upload, 70_000, bytes[70_000..], ("Upload-Checksum", Checksum(algorithm, bytes)));
        await badEnd.ShouldBeProblemAsync(460, "upload-checksum");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await app.Owner.Http.GetAsync(upload.Replace("uploads", "assets", StringComparison.Ordinal))).StatusCode
        );
        await ShouldBecomeTheFileAsync(upload, 70_000);
    }

    [Theory]
    [InlineData("crc32 AAAA")]
    [InlineData("SHA256 AAAA")]
    [InlineData("sha256")]
    [InlineData("sha256 ???")]
    [InlineData("")]
    public async Task A_checksum_of_another_kind_is_refused(string checksum)
    {
        var upload = await BeginAsync();

        using var answer = await tus.PatchAsync(upload, 0, bytes, ("Upload-Checksum", checksum));

        await answer.ShouldBeProblemAsync(400, "upload-checksum-algorithm");
        await ShouldStandAtAsync(upload, 0);
    }

    [Fact]
    public async Task A_creation_whose_first_bytes_are_refused_leaves_nothing_reserved()
    {
        var before = (await app.Owner.GetJsonAsync("/api/session")).GetProperty("usage").ToString();

        using var answer = await tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            new ByteArrayContent(bytes[..1000]),
            ("Upload-Length", $"{bytes.Length}"),
            ("Upload-Metadata", TusClient.Metadata("a.jpg")),
            ("Upload-Checksum", Checksum("sha1", bytes))
        );

        await answer.ShouldBeProblemAsync(460, "upload-checksum");
        Assert.Equal(before, (await app.Owner.GetJsonAsync("/api/session")).GetProperty("usage").ToString());
    }

    [Fact]
    public async Task Where_PATCH_does_not_get_through_POST_may_stand_for_it()
    {
        var upload = await BeginAsync();

        using var answer = await tus.SendAsync(
            HttpMethod.Post,
            upload,
            new ByteArrayContent(bytes),
            ("X-HTTP-Method-Override", "PATCH"),
            ("Upload-Offset", "0")
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.NotEmpty(answer.Header("Magpie-Asset"));
    }

    [Fact]
    public async Task Sending_the_end_again_answers_the_same_asset_and_makes_no_second()
    {
        var upload = await BeginAsync();
        var before = await TotalAsync();
        using var once = await tus.PatchAsync(upload, 0, bytes);

        using var lost = await tus.PatchAsync(upload, 0, bytes);
        using var head = await tus.HeadAsync(upload);
        using var end = await tus.PatchAsync(upload, bytes.Length, []);

        await lost.ShouldBeProblemAsync(409, "upload-offset");
        foreach (var answer in new[] { lost, head, end })
        {
            Assert.Equal((once.Header("Magpie-Asset"), $"{bytes.Length}"), (answer.Header("Magpie-Asset"), answer.Header("Upload-Offset")));
        }

        Assert.Equal(before + 1, await TotalAsync());
    }

    private static string Checksum(string algorithm, byte[] bytes) =>
        $"{algorithm} {Convert.ToBase64String(CryptographicOperations.HashData(new(algorithm.ToUpperInvariant()), bytes))}";

    private async Task<string> BeginAsync() => (await tus.CreateAsync(bytes.Length, "a.jpg")).Header("Location");

    private async Task<int> TotalAsync() => (await app.Owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32();

    private async Task ShouldStandAtAsync(string upload, long offset) =>
        Assert.Equal($"{offset}", (await tus.HeadAsync(upload)).Header("Upload-Offset"));

    private async Task ShouldBecomeTheFileAsync(string upload, int offset)
    {
        using var answer = await tus.PatchAsync(upload, offset, bytes[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var asset = await app.Owner.GetJsonAsync(answer.Header("Magpie-Asset"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), asset.GetProperty("sha256").GetString());
        Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync(answer.Header("Magpie-Asset") + "/original"));
    }
}
