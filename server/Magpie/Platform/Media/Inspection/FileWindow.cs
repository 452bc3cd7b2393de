using System.Buffers;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// The piece of a seekable file that is being looked at. A far jump reads little, reading on reads much: so a box header behind
/// 50 MB of samples costs one small read, and walking a picture from end to end costs few.
/// </summary>
internal sealed class FileWindow(Stream stream) : IDisposable
{
    private const int Capacity = 128 * 1024;
    private const int AfterJump = 4 * 1024;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Capacity);
    private long _start;
    private int _count;

    public long Length { get; } = stream.Length;

    /// <summary>Where <see cref="Here"/> begins. May lie behind the end; there is nothing to read there then.</summary>
    public long Position { get; private set; }

    public long Remaining => Math.Max(0, Length - Position);

    /// <summary>What is in memory from <see cref="Position"/> on: at least as much as <see cref="HasAsync"/> was last asked for.</summary>
    public ReadOnlySpan<byte> Here =>
        Position >= _start && Position < _start + _count ? _buffer.AsSpan((int)(Position - _start), (int)(_start + _count - Position)) : [];

    public void MoveTo(long position) => Position = position < 0 || position > Length ? Length : position;

    /// <summary>Moves on; a jump behind the end stays at the end, so that a lying length can never move backwards.</summary>
    public void Skip(long bytes) => Position = bytes > Length - Position ? Length : Position + bytes;

    /// <summary>Makes that many bytes available in <see cref="Here"/>; false where the file has fewer left.</summary>
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
