using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Whether the first and the last samples of a track lie in the file. Constant work, however long the tables are.</summary>
internal static class IsoSamples
{
    /// <summary>The end of a sentence about a damaged file; null where the samples are there.</summary>
    public static async ValueTask<Damage?> FindFaultAsync(InspectedFile it, IsoTrack track)
    {
        if (track is not { Sizes: { Count: > 0 } sizes, Chunks: { Count: > 0 } chunks, SamplesPerChunk: { Count: > 0 } runs })
        {
            return Damage.HalfIndex;
        }

        if (track.FixedSize > 0 && (ulong)track.FixedSize * sizes.Count > (ulong)it.File.Length)
        {
            return Damage.WrongIndex;
        }

        var firstAt = await EntryAsync(it, chunks, 0);
        var firstSize = await SizeAsync(it, track, 0);
        if (firstAt is null || firstSize is null || !Fits(it, firstAt.Value, firstSize.Value))
        {
            return Damage.WrongIndex;
        }

        var lastAt = await EntryAsync(it, chunks, chunks.Count - 1);
        if (lastAt is null || await LastChunkSizeAsync(it, track, runs) is not { } lastSize)
        {
            return Damage.HalfIndex;
        }

        return Fits(it, lastAt.Value, lastSize) ? null : Damage.NoLastPictures;
    }

    /// <summary>If the first run of times is for more samples than there are, players wait forever.</summary>
    public static async ValueTask<string?> FindOddityAsync(InspectedFile it, IsoTrack track) =>
        track is { SampleCount: > 0, Times: { Count: > 0 } times }
        && await EntryAsync(it, times, 0) is { } run
        && run >> 32 > (ulong)track.SampleCount
            ? "more times than samples"
            : null;

    private static bool Fits(InspectedFile it, ulong at, ulong size) => size <= (ulong)it.File.Length && at <= (ulong)it.File.Length - size;

    /// <summary>The samples of the last chunk, as the last run says, summed; at most a window of them.</summary>
    private static async ValueTask<ulong?> LastChunkSizeAsync(InspectedFile it, IsoTrack track, IsoTable runs)
    {
        it.File.MoveTo(runs.At + ((runs.Count - 1L) * 12));
        if (!await it.HasAsync(12))
        {
            return null;
        }

        var samples = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[4..]), track.Sizes!.Count);
        if (track.FixedSize > 0)
        {
            return (ulong)samples * track.FixedSize;
        }

        var size = 0UL;
        for (var i = 0u; i < Math.Min(samples, 10_000); i++)
        {
            if (await SizeAsync(it, track, track.Sizes.Count - samples + i) is not { } one)
            {
                return null;
            }

            size += one;
        }

        return size;
    }

    private static async ValueTask<ulong?> SizeAsync(InspectedFile it, IsoTrack track, uint index) =>
        track.FixedSize > 0 ? track.FixedSize : await EntryAsync(it, track.Sizes!, index);

    private static async ValueTask<ulong?> EntryAsync(InspectedFile it, IsoTable table, uint index)
    {
        it.File.MoveTo(table.At + ((long)index * table.EntryBits / 8));
        var bytes = Math.Max(1, table.EntryBits / 8);
        if (!await it.HasAsync(bytes))
        {
            return null;
        }

        var here = it.File.Here;
        return table.EntryBits switch
        {
            64 => BinaryPrimitives.ReadUInt64BigEndian(here),
            32 => BinaryPrimitives.ReadUInt32BigEndian(here),
            16 => BinaryPrimitives.ReadUInt16BigEndian(here),
            8 => here[0],
            4 => (ulong)(index % 2 == 0 ? here[0] >> 4 : here[0] & 15),
            _ => null,
        };
    }
}
