using System.Globalization;
using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class TusProtocolTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly TusClient tus = new(app.Owner.Http);

    [Fact]
    public async Task OPTIONS_tells_anyone_what_we_speak()
    {
        using var answer = await new TusClient(app.NewVisitor().Http).SendAsync(HttpMethod.Options, "/api/uploads", null);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("1.0.0", answer.Header("Tus-Version"));
        Assert.Equal("creation,creation-with-upload,checksum,termination,expiration", answer.Header("Tus-Extension"));
        Assert.Equal("sha256,sha1,md5", answer.Header("Tus-Checksum-Algorithm"));
        Assert.Equal("50000000", answer.Header("Tus-Max-Size"));
    }

    [Theory]
    [InlineData("0.2.2")]
    [InlineData("")]
    public async Task Another_version_is_told_which_we_speak_and_does_nothing(string version)
    {
        var upload = await BeginAsync(100);

        foreach (
            var (method, address) in new[]
            {
                (HttpMethod.Post, "/api/uploads"),
                (HttpMethod.Head, upload),
                (HttpMethod.Patch, upload),
                (HttpMethod.Delete, upload),
            }
        )
        {
            using var answer = await tus.SendAsync(method, address, null, ("Tus-Resumable", version));
            Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
            Assert.Equal("1.0.0", answer.Header("Tus-Version"));
        }

        Assert.Equal("0", (await tus.HeadAsync(upload)).Header("Upload-Offset"));
    }

    [Theory]
    [InlineData("partial")]
    [InlineData("final;/api/uploads/a /api/uploads/b")]
    public async Task Parts_that_are_to_be_joined_are_refused_at_the_first_request(string concat)
    {
        using var answer = await tus.CreateAsync(100, "a.jpg", null, ("Upload-Concat", concat));

        var problem = await answer.ShouldBeProblemAsync(400, "upload-concat");
        Assert.Equal(
            "Magpie takes a file in one upload, not in parts that are joined. Switch parallel uploads off in your client "
                + "(parallelUploads: 1), and send the file again.",
            problem.Sentence()
        );
        Assert.Empty(answer.Header("Location"));
    }

    [Fact]
    public async Task Creation_answers_where_the_upload_is_and_until_when()
    {
        using var created = await tus.CreateAsync(100, "a.jpg");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.StartsWith("/api/uploads/", created.Header("Location"), StringComparison.Ordinal);
        Assert.Equal("1.0.0", created.Header("Tus-Resumable"));
        Assert.Equal("0", created.Header("Upload-Offset"));
        var expires = DateTimeOffset.ParseExact(created.Header("Upload-Expires"), "R", CultureInfo.InvariantCulture);
        Assert.InRange(expires - created.Headers.Date!.Value, new TimeSpan(0, 9, 30), new TimeSpan(0, 10, 30));
    }

    [Fact]
    public async Task HEAD_tells_offset_and_length_and_is_never_cached()
    {
        var bytes = FreeMedia.BytesOf("coast.jpg");
        var upload = await BeginAsync(bytes.Length);
        using var part = await tus.PatchAsync(upload, 0, bytes[..1000]);

        using var head = await tus.HeadAsync(upload);

        Assert.Equal((HttpStatusCode.NoContent, "1000"), (part.StatusCode, part.Header("Upload-Offset")));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(("1000", $"{bytes.Length}"), (head.Header("Upload-Offset"), head.Header("Upload-Length")));
        Assert.Equal("no-store", head.Header("Cache-Control"));
        Assert.Equal("1.0.0", head.Header("Tus-Resumable"));
        Assert.NotEmpty(head.Header("Upload-Expires"));
        Assert.Empty(head.Header("Magpie-Asset"));
    }

    [Fact]
    public async Task Creation_with_upload_needs_one_request_for_a_whole_file()
    {
        var bytes = FreeMedia.BytesOf("coast.jpg");

        using var whole = await CreateWithAsync(bytes, bytes.Length);

        Assert.Equal((HttpStatusCode.Created, $"{bytes.Length}"), (whole.StatusCode, whole.Header("Upload-Offset")));
        var asset = await app.Owner.WaitUntilUnderstoodAsync(whole.Header("Magpie-Asset"));
        Assert.Equal("ready", asset.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Creation_with_upload_takes_the_first_bytes_and_goes_on_by_PATCH()
    {
        var bytes = FreeMedia.BytesOf("progressive.jpg");

        using var begun = await CreateWithAsync(bytes[..5000], bytes.Length);
        using var rest = await tus.PatchAsync(begun.Header("Location"), 5000, bytes[5000..]);

        Assert.Equal("5000", begun.Header("Upload-Offset"));
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        var asset = await app.Owner.GetJsonAsync(rest.Header("Magpie-Asset"));
        Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("many")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    public async Task A_length_that_is_no_number_is_asked_for(string? length)
    {
        (string, string)[] headers =
        [
            ("Upload-Metadata", TusClient.Metadata("a.jpg")),
            .. length is null ? Array.Empty<(string, string)>() : [("Upload-Length", length)],
        ];

        using var answer = await tus.SendAsync(HttpMethod.Post, "/api/uploads", null, headers);

        await answer.ShouldBeProblemAsync(422, "upload-length-required");
    }

    [Fact]
    public async Task A_deferred_length_is_not_taken_and_the_sentence_says_what_to_send()
    {
        using var answer = await tus.SendAsync(HttpMethod.Post, "/api/uploads", null, ("Upload-Defer-Length", "1"));

        var problem = await answer.ShouldBeProblemAsync(422, "upload-length-required");
        Assert.Equal("The length of a file must be known before it is sent. Send it as Upload-Length, in bytes.", problem.Sentence());
    }

    [Theory]
    [InlineData("filename not-base64!")]
    [InlineData("filename YQ== YQ==")]
    [InlineData("filename YQ==,filename Yg==")]
    [InlineData("group bm8gZ3VpZA==")]
    public async Task Metadata_that_cannot_be_read_is_refused(string metadata)
    {
        using var answer = await tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            null,
            ("Upload-Length", "100"),
            ("Upload-Metadata", metadata)
        );

        await answer.ShouldBeProblemAsync(400, "upload-metadata");
    }

    [Theory]
    [InlineData("filename YS5qcGc=,is_confidential")]
    [InlineData("filename YS5qcGc=,relativePath bnVsbA==,filetype aW1hZ2UvanBlZw==")]
    [InlineData("")]
    public async Task Keys_without_a_value_and_keys_of_others_are_fine(string metadata)
    {
        using var answer = await tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            null,
            ("Upload-Length", "100"),
            ("Upload-Metadata", metadata)
        );

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task An_empty_file_is_refused_before_it_is_sent()
    {
        using var answer = await tus.CreateAsync(0, "empty.jpg");

        await answer.ShouldBeProblemAsync(422, "empty-file");
    }

    [Fact]
    public async Task A_termination_frees_what_was_reserved_and_removes_what_was_sent()
    {
        var storage = await StorageAsync();
        var bytes = FreeMedia.BytesOf("coast.jpg");
        var upload = await BeginAsync(bytes.Length);
        using var part = await tus.PatchAsync(upload, 0, bytes[..100_000]);
        Assert.Equal(storage + bytes.Length, await StorageAsync());

        using var ended = await tus.TerminateAsync(upload);

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal("1.0.0", ended.Header("Tus-Resumable"));
        Assert.Equal(storage, await StorageAsync());
        Assert.Empty(app.BlobFilesOf(Guid.Parse(upload[^36..])));
        Assert.Equal(HttpStatusCode.NotFound, (await tus.HeadAsync(upload)).StatusCode);
        await (await tus.PatchAsync(upload, 100_000, bytes[100_000..])).ShouldBeProblemAsync(404, "not-found");
        await (await tus.TerminateAsync(upload)).ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_termination_of_what_is_complete_leaves_the_asset()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.webp"));

        using var ended = await tus.TerminateAsync(asset.Replace("assets", "uploads", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal("ready", (await app.Owner.WaitUntilUnderstoodAsync(asset)).GetProperty("status").GetString());
        Assert.Equal(FreeMedia.BytesOf("still.webp"), await app.Owner.Http.GetByteArrayAsync(asset + "/original"));
    }

    private async Task<string> BeginAsync(long length) => (await tus.CreateAsync(length, "a.jpg")).Header("Location");

    private Task<HttpResponseMessage> CreateWithAsync(byte[] bytes, long length) =>
        tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            new ByteArrayContent(bytes),
            ("Upload-Length", $"{length}"),
            ("Upload-Metadata", TusClient.Metadata("a.jpg"))
        );

    private async Task<long> StorageAsync() =>
        (await app.Owner.GetJsonAsync("/api/session")).GetProperty("usage").GetProperty("storageBytes").GetInt64();
}
