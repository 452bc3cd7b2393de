using System.Security.Cryptography;
using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Storage;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Core.Ingest;

/// <summary>The loop itself; what uploads, imports and folders make of it is tested with them.</summary>
public sealed class IncomingStreamTests(SharedApp app) : IClassFixture<SharedApp>
{
    private static readonly RuleViolation Full = new("storage-full", "Storage is full.");

    private readonly List<byte> written = [];

    [Theory, InlineData(5000), InlineData(512 << 10), InlineData(1_200_000)]
    public async Task All_that_comes_is_hashed_and_written_in_order_however_it_is_cut(int most)
    {
        var bytes = Picture(2_500_000);
        using var hash = new RunningHash();

        var result = await ReceiveAsync(bytes, most, hash: hash);

        Assert.True(result.GoesOn);
        Assert.Equal(bytes, written.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), hash.Finish());
    }

    [Fact]
    public async Task More_than_the_length_that_is_known_is_not_read()
    {
        var bytes = Picture(100_000);

        Assert.True((await ReceiveAsync(bytes, 5000, length: 40_000)).GoesOn);

        Assert.Equal(bytes[..40_000], written.ToArray());
    }

    [Fact]
    public async Task Nothing_is_written_of_what_is_no_picture_and_of_nothing()
    {
        Assert.Equal("format-not-kept", (await ReceiveAsync(new byte[100_000], 5000)).Refusal?.Code);
        Assert.Equal("empty-file", (await ReceiveAsync([], 5000)).Refusal?.Code);
        Assert.Empty(written);
    }

    [Fact]
    public async Task A_file_of_unknown_length_is_held_to_the_limit_of_its_format()
    {
        Assert.Equal("too-large", (await ReceiveAsync(Picture(20_000_001), 512 << 10)).Refusal?.Code);
        Assert.InRange(written.Count, 1, 20_000_000);
    }

    [Fact]
    public async Task Nothing_is_written_that_no_storage_is_reserved_for()
    {
        var result = await ReceiveAsync(
            Picture(3_000_000),
            512 << 10,
            reserve: it => Task.FromResult(it.Received > 1_000_000 ? IncomingResult.Refused(Full) : IncomingResult.Fine)
        );

        Assert.Equal(Full, result.Refusal);
        Assert.InRange(written.Count, 1, 1_000_000);
    }

    [Fact]
    public async Task What_is_noted_can_be_waited_for_and_ends_it()
    {
        var result = await ReceiveAsync(
            Picture(3_000_000),
            512 << 10,
            note: async it =>
            {
                await it.WrittenAsync();
                Assert.Equal(it.Received, written.Count);
                return it.Received > 1_000_000 ? IncomingResult.Lost : IncomingResult.Fine;
            }
        );

        Assert.Equal(IncomingResult.Lost, result);
        Assert.InRange(written.Count, 1_000_001, 2_000_000);
    }

    private async Task<IncomingResult> ReceiveAsync(
        byte[] bytes,
        int most,
        RunningHash? hash = null,
        long? length = null,
        Func<IncomingStream, Task<IncomingResult>>? reserve = null,
        Func<IncomingStream, Task<IncomingResult>>? note = null
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var target = new Target(written);
        using var source = new MemoryStream(bytes);
        var incoming = new IncomingStream(
            scope.ServiceProvider.GetRequiredService<FormatPolicy>(),
            room => source.ReadAsync(room[..Math.Min(most, room.Length)]),
            target,
            hash
        )
        {
            WorkspaceId = Guid.Empty,
            Name = "coast.jpg",
            Length = length,
            Reserve = reserve,
            Note = note,
        };
        var result = await incoming.ReceiveAsync(TestContext.Current.CancellationToken);
        Assert.Equal(result.GoesOn ? MediaFormat.Jpeg : incoming.Format, incoming.Format);
        return result;
    }

    /// <summary>By its first bytes.</summary>
    private static byte[] Picture(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        FreeMedia.BytesOf("coast.jpg").AsSpan(0, 4096).CopyTo(bytes);
        return bytes;
    }

    private sealed class Target(List<byte> written) : BlobWriter
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            written.AddRange(bytes.Span);
            return ValueTask.CompletedTask;
        }

        public override Task CommitAsync(CancellationToken ct) => throw new InvalidOperationException("Whoever takes it in commits it.");

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
