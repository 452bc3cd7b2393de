using System.Buffers;
using Magpie.Core.Ingest;
using Magpie.Platform.Storage;

namespace Magpie.Features.Uploads;

/// <summary>What arrives, piece by piece: while one is hashed and written, the next one is read.</summary>
internal sealed class UploadPieces(BodyReader body, BlobWriter blob, UploadChecksum? checksum, RunningHash? hash) : IAsyncDisposable
{
    private const int PieceBytes = 512 << 10;

    private byte[]? filled,
        taken;
    private Task writing = Task.CompletedTask;

    /// <summary>The next one; empty where the body has ended.</summary>
    /// <param name="most">Of bytes, that are still to come.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long most)
    {
        filled ??= ArrayPool<byte>.Shared.Rent(PieceBytes);
        var room = filled.AsMemory(0, (int)Math.Min(PieceBytes, most));
        return room[..await body.FillAsync(room)];
    }

    /// <summary>Takes the piece that was read just now. Returns before it is written, unless nothing comes after it.</summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> piece, bool isLast)
    {
        await writing;
        if (isLast || body.HasEnded)
        {
            await WriteAsync(piece);
            return;
        }

        (filled, taken) = (taken, filled);
        writing = Task.Run(() => WriteAsync(piece).AsTask());
    }

    /// <summary>Returns when all that was taken is written.</summary>
    public Task WrittenAsync() => writing;

    public async ValueTask DisposeAsync()
    {
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var buffer in (byte[]?[])[filled, taken])
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        checksum?.Append(piece.Span);
        hash?.Append(piece.Span);
        return blob.WriteAsync(piece, CancellationToken.None);
    }
}
