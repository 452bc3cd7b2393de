using System.Buffers;

namespace Magpie.Core.Ingest;

/// <summary>What arrives, piece by piece: while one is hashed and written, the next one is read.</summary>
internal sealed class IncomingPieces(Func<Memory<byte>, ValueTask<int>> read, Func<ReadOnlyMemory<byte>, ValueTask> write)
{
    private const int PieceBytes = 512 << 10;

    private byte[]? filled,
        taken;
    private int room;
    private Task writing = Task.CompletedTask;

    /// <summary>The next one; empty where there is no more.</summary>
    /// <param name="most">Of bytes, that are still to come; null where nobody knows.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long? most)
    {
        filled ??= ArrayPool<byte>.Shared.Rent(PieceBytes);
        room = (int)Math.Min(PieceBytes, most ?? PieceBytes);
        var length = await read(filled.AsMemory(0, room));
        return filled.AsMemory(0, length);
    }

    /// <summary>
    /// Takes the piece that was read just now. Returns before it is written, unless nothing comes after it, or it comes so slowly that
    /// the piece did not fill its room.
    /// </summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> piece, bool isLast)
    {
        await writing;
        if (isLast || piece.Length < room)
        {
            await write(piece);
            return;
        }

        (filled, taken) = (taken, filled);
        writing = Task.Run(() => write(piece).AsTask());
    }

    /// <summary>Returns when all that was taken is written.</summary>
    public Task WrittenAsync() => writing;

    /// <summary>Once, whatever happened: returns when nothing is written any more, and gives the buffers back.</summary>
    public async Task EndAsync()
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
}
