using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>A movie fragment (<c>moof</c>): which tracks it brings samples for.</summary>
internal static class IsoFragment
{
    private const int MaxTracks = 2_000;

    private static readonly uint Traf = IsoBox.Named("traf"),
        Tfhd = IsoBox.Named("tfhd"),
        Trun = IsoBox.Named("trun");

    public static async ValueTask NoteTracksAsync(InspectedFile it, IsoBox moof, HashSet<uint> tracks)
    {
        while (await IsoBox.NextAsync(it, moof.End) is { } traf && traf.End <= moof.End)
        {
            var track = 0u;
            while (traf.Type == Traf && await IsoBox.NextAsync(it, traf.End) is { } box && box.End <= traf.End)
            {
                if (box.BodyLength >= 8 && await it.HasAsync(8))
                {
                    var value = BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[4..]);
                    if (box.Type == Tfhd)
                    {
                        track = value;
                    }
                    else if (box.Type == Trun && value > 0 && tracks.Count < MaxTracks)
                    {
                        tracks.Add(track);
                    }
                }

                it.File.MoveTo(box.End);
            }

            it.File.MoveTo(traf.End);
        }
    }
}
