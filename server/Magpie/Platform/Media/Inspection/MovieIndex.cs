using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Where a movie's index (<c>moov</c>) is, by the boxes at the start of its file. A hint only; nothing is decided by it.</summary>
/// <param name="Start">Of the index, or of the first box beyond the available bytes.</param>
/// <param name="End">Null when only its start can be guessed.</param>
/// <param name="IsInPieces">The index does not give the movie's length: its fragments do, one after the other.</param>
internal readonly record struct MovieIndex(long Start, long? End, bool IsInPieces)
{
    private const int MostBoxes = 64;

    private static readonly uint Moov = IsoBox.Named("moov"),
        Moof = IsoBox.Named("moof"),
        Sidx = IsoBox.Named("sidx");

    /// <param name="file">The first bytes of the file; the position does not matter.</param>
    /// <param name="there">How many of them there are.</param>
    public static async Task<MovieIndex?> FindAsync(Stream file, long there, CancellationToken ct)
    {
        var header = new byte[16];
        MovieIndex? found = null;
        var at = 0L;
        for (var boxes = 0; boxes < MostBoxes && at + header.Length <= there; boxes++)
        {
            file.Position = at;
            await file.ReadExactlyAsync(header, ct);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
            size =
                size == 1 ? BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8))
                : size == 0 ? long.MaxValue - at
                : size;
            if (size < 8 || at > long.MaxValue - size)
            {
                return found;
            }

            if (type == Moof || type == Sidx)
            {
                return found is { } index ? index with { IsInPieces = true } : found;
            }

            found = type == Moov ? new(at, at + size, false) : found;
            at += size;
        }

        return found ?? (at == long.MaxValue ? null : new(at, null, false));
    }
}
