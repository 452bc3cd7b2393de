using System.Buffers;

namespace Magpie.Core.Ingest;

/// <summary>Reads a file in pieces: while one piece is hashed and written, the next one is read.</summary>
internal sealed class IncomingPieces(Func<Memory<byte>, ValueTask<int>> read, Func<ReadOnlyMemory<byte>, ValueTask> write)
{
    private const int PieceBytes = 512 << 10;

    private byte[]? filled,
        taken;
    private int room;
    private Task writing = Task.CompletedTask;

    /// <summary>The next piece; empty at the end.</summary>
    /// <param name="most">How many bytes are still to come at most; null when unknown.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long? most)
    {
        filled ??= ArrayPool<byte>.Shared.Rent(PieceBytes);
        room = (int)Math.Min(PieceBytes, most ?? PieceBytes);
        var length = await read(filled.AsMemory(0, room));
        return filled.AsMemory(0, length);
    }

    /// <summary>
    /// Writes the piece that was just read. Returns before that is done, unless no more pieces follow, or they come so slowly that the
    /// piece is not full.
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

    /// <summary>Returns when everything so far has been written.</summary>
    public Task WrittenAsync() => writing;

    /// <summary>Call once, whatever happened: waits for the last write and returns the buffers to the pool.</summary>
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
