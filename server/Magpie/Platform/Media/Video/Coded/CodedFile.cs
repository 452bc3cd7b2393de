using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>A copy that is read from beginning to end, and changed in place.</summary>
internal sealed class CodedFile(FileStream stream, CancellationToken ct) : IDisposable
{
    public const int LongestPiece = 64 * 1024;

    // One window for the tables and one for what they point to, so that neither evicts the other's data.
    private readonly FileWindow index = new(stream),
        samples = new(stream);

    public long Length => index.Length;

    /// <summary>At the index, with a new allowance of parts.</summary>
    public InspectedFile Inspect() => new(index, "", StructureLimits.Default, ct);

    public ValueTask<ulong> IndexNumberAsync(long at, int bytes) => NumberAsync(index, at, bytes);

    public ValueTask<ulong> NumberAsync(long at, int bytes) => NumberAsync(samples, at, bytes);

    public async ValueTask<byte[]> ReadAsync(long at, long length)
    {
        samples.MoveTo(at);
        return length <= LongestPiece && await samples.HasAsync((int)length, ct)
            ? samples.Here[..(int)length].ToArray()
            : throw new InvalidDataException();
    }

    public async ValueTask WriteAsync(long at, ReadOnlyMemory<byte> bytes)
    {
        stream.Position = at;
        await stream.WriteAsync(bytes, ct);
    }

    public async ValueTask FillAsync(long at, long length, byte value)
    {
        var bytes = length < 0 ? throw new InvalidDataException() : new byte[Math.Min(length, LongestPiece)];
        bytes.AsSpan().Fill(value);
        for (; length > 0; at += bytes.Length, length -= bytes.Length)
        {
            await WriteAsync(at, bytes.AsMemory(0, (int)Math.Min(length, bytes.Length)));
        }
    }

    public void Dispose()
    {
        index.Dispose();
        samples.Dispose();
    }

    private async ValueTask<ulong> NumberAsync(FileWindow window, long at, int bytes)
    {
        window.MoveTo(at);
        if (!await window.HasAsync(bytes, ct))
        {
            throw new InvalidDataException();
        }

        var number = 0UL;
        foreach (var one in window.Here[..bytes])
        {
            number = (number << 8) | one;
        }

        return number;
    }
}
