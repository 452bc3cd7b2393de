using System.Net;
using System.Security.Cryptography;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

/// <summary>A video of 50 MB in chunks of 8 MiB, to the real program, which is killed in the middle.</summary>
public sealed class CrashTests
{
    private const int Chunk = 8 << 20;

    private static readonly byte[] Video = PaddedVideo.Of(50_000_000);

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_a_chunk_goes_on_where_it_was_cut()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var tus = new TusClient(owner.Http);
        var upload = await BeginAsync(tus, chunks: 2);

        var (sending, connection) = await SendHalfAChunkAsync(server, owner, upload, 2 * Chunk);
        await connection.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        using var head = await tus.HeadAsync(upload);
        var offset = long.Parse(head.Header("Upload-Offset"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(offset, (2 * Chunk) + 1, (2 * Chunk) + (Chunk / 2));
        await FinishAsync(owner, upload, (int)offset);
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_chunk_has_lost_at_most_that_chunk()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var upload = await BeginAsync(new(owner.Http), chunks: 3);

        var (sending, connection) = await SendHalfAChunkAsync(server, owner, upload, 3 * Chunk);
        await server.KillAsync();
        await connection.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        await server.StartAsync();

        using var head = await new TusClient(owner.Http).HeadAsync(upload);
        Assert.Equal($"{3 * Chunk}", head.Header("Upload-Offset"));
        await FinishAsync(owner, upload, 3 * Chunk);
        var blobs = Path.Combine(server.DataFolder, "blobs");
        Assert.Single(Directory.EnumerateFiles(Path.Combine(blobs, "originals"), "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(blobs, "tmp"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_being_processed_when_the_server_was_killed_becomes_ready_after_its_restart()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var assets = new List<string>();
        foreach (var name in new[] { "clip.mp4", "silent.MP4", "coast.jpg", "animated.webp", "alpha.png" })
        {
            assets.Add(await owner.UploadAsync(FreeMedia.PathOf(name)));
        }

        await server.KillAsync();
        await server.StartAsync();

        foreach (var asset in assets)
        {
            var understood = await owner.WaitUntilUnderstoodAsync(asset);
            Assert.Equal("ready", understood.GetProperty("status").GetString());
            Assert.NotEmpty(understood.GetProperty("renditions").EnumerateArray());
        }
    }

    private static async Task<string> BeginAsync(TusClient tus, int chunks)
    {
        using var created = await tus.CreateAsync(Video.Length, "long.mp4");
        var upload = created.Header("Location");
        for (var offset = 0; offset < chunks * Chunk; offset += Chunk)
        {
            using var answer = await tus.PatchAsync(upload, offset, Video[offset..(offset + Chunk)]);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        return upload;
    }

    /// <summary>Returns when half a chunk is on its way and the server is writing it; the other half never comes.</summary>
    private static async Task<(Task Sending, CancellationTokenSource Connection)> SendHalfAChunkAsync(
        ServerProcess server,
        ApiUser visitor,
        string upload,
        int offset
    )
    {
        var connection = new CancellationTokenSource();
        var content = new HalfContent(Video.AsMemory(offset, Chunk));
        var sending = new TusClient(visitor.Http).SendAsync(
            HttpMethod.Patch,
            upload,
            content,
            connection.Token,
            ("Upload-Offset", $"{offset}")
        );
        var incoming = new DirectoryInfo(Path.Combine(server.DataFolder, "blobs", "originals"));
        await ApiUser.WaitForAsync(
            () => Task.FromResult(incoming.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)),
            bytes => bytes > offset
        );
        return (sending, connection);
    }

    private static async Task FinishAsync(ApiUser owner, string upload, int offset)
    {
        var tus = new TusClient(owner.Http);
        var asset = "";
        for (; offset < Video.Length; offset += Chunk)
        {
            using var answer = await tus.PatchAsync(upload, offset, Video[offset..Math.Min(Video.Length, offset + Chunk)]);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            asset = answer.Header("Magpie-Asset");
        }

        var details = await owner.GetJsonAsync(asset);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Video)), details.GetProperty("sha256").GetString());
        var downloaded = await owner.Http.GetByteArrayAsync(asset + "/original");
        Assert.True(Video.AsSpan().SequenceEqual(downloaded), "The bytes differ.");
        Assert.Equal("ready", (await owner.WaitUntilUnderstoodAsync(asset)).GetProperty("status").GetString());
    }

    /// <summary>Announces all of its bytes, sends half of them and then nothing more until the connection ends.</summary>
    private sealed class HalfContent(ReadOnlyMemory<byte> bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(bytes[..(bytes.Length / 2)], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
