using System.Buffers;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// The part of a seekable file that is in memory. A far jump reads little, and continuing reads much: so a box header behind 50 MB of
/// samples costs one small read, and reading a picture from end to end costs few.
/// </summary>
internal sealed class FileWindow(Stream stream) : IDisposable
{
    private const int Capacity = 128 * 1024;
    private const int AfterJump = 4 * 1024;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Capacity);
    private long _start;
    private int _count;

    public long Length { get; } = stream.Length;

    /// <summary>Where <see cref="Here"/> begins. May be beyond the end, where there is nothing to read.</summary>
    public long Position { get; private set; }

    public long Remaining => Math.Max(0, Length - Position);

    /// <summary>The bytes from <see cref="Position"/> on: at least as many as <see cref="HasAsync"/> was last asked for.</summary>
    public ReadOnlySpan<byte> Here =>
        Position >= _start && Position < _start + _count ? _buffer.AsSpan((int)(Position - _start), (int)(_start + _count - Position)) : [];

    public void MoveTo(long position) => Position = position < 0 || position > Length ? Length : position;

    /// <summary>Moves forward; a jump beyond the end stops at the end, so that a false length can never move backwards.</summary>
    public void Skip(long bytes) => Position = bytes > Length - Position ? Length : Position + bytes;

    /// <summary>Makes this many bytes available in <see cref="Here"/>; false when the file has fewer left.</summary>
    /// <param name="count">At most 64 KiB.</param>
    /// <param name="ct">Stops the reading.</param>
    public ValueTask<bool> HasAsync(int count, CancellationToken ct) =>
        Here.Length >= count ? ValueTask.FromResult(true)
        : Remaining < count ? ValueTask.FromResult(false)
        : FillAsync(count, ct);

    private async ValueTask<bool> FillAsync(int count, CancellationToken ct)
    {
        var end = _start + _count;
        var readingOn = Position >= _start && Position <= end + AfterJump;
        var kept = Here;
        kept.CopyTo(_buffer);
        _count = kept.Length;
        _start = Position;

        var wanted = readingOn ? Capacity : Math.Max(count, AfterJump);
        stream.Position = _start + _count;
        while (_count < wanted)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_count, wanted - _count), ct);
            if (read == 0)
            {
                break;
            }

            _count += read;
            if (_count >= count)
            {
                break;
            }
        }

        return _count >= count;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
