using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// Reads a movie header (<c>moov</c>) into its tracks. The methods call each other as the grammar nests, five deep at most;
/// how deep a file nests its boxes changes nothing.
/// </summary>
internal sealed class IsoMovie(InspectedFile it)
{
    private const int MaxTracks = 2_000;

    private static readonly uint Mvhd = IsoBox.Named("mvhd"),
        Trak = IsoBox.Named("trak"),
        Cmov = IsoBox.Named("cmov"),
        Tkhd = IsoBox.Named("tkhd"),
        Mdia = IsoBox.Named("mdia"),
        Mdhd = IsoBox.Named("mdhd"),
        Hdlr = IsoBox.Named("hdlr"),
        Minf = IsoBox.Named("minf"),
        Dinf = IsoBox.Named("dinf"),
        Dref = IsoBox.Named("dref"),
        Stbl = IsoBox.Named("stbl"),
        Stsd = IsoBox.Named("stsd"),
        Stts = IsoBox.Named("stts"),
        Stsz = IsoBox.Named("stsz"),
        Stz2 = IsoBox.Named("stz2"),
        Stsc = IsoBox.Named("stsc"),
        Stco = IsoBox.Named("stco"),
        Co64 = IsoBox.Named("co64"),
        Edts = IsoBox.Named("edts"),
        Elst = IsoBox.Named("elst");

    public List<IsoTrack> Tracks { get; } = [];

    public IsoClock Clock { get; private set; }

    /// <summary>Entries of its longest edit list.</summary>
    public uint MostCuts { get; private set; }

    /// <summary>What is strange about its boxes, if anything; for the log.</summary>
    public string? Odd { get; private set; }

    public async ValueTask ReadAsync(IsoBox moov)
    {
        while (await NextAsync(moov) is { } box)
        {
            if (box.Type == Mvhd)
            {
                Clock = await ReadClockAsync(box);
            }
            else if (box.Type == Trak && Tracks.Count < MaxTracks)
            {
                var track = new IsoTrack();
                Tracks.Add(track);
                await ReadTrackAsync(box, track);
            }
            else if (box.Type == Trak || box.Type == Cmov)
            {
                Odd ??= box.Type == Cmov ? "a compressed movie header" : "very many tracks";
            }

            it.File.MoveTo(box.End);
        }
    }

    private async ValueTask ReadTrackAsync(IsoBox trak, IsoTrack track)
    {
        while (await NextAsync(trak) is { } box)
        {
            if (box.Type == Tkhd && await HasBodyAsync(box, 24))
            {
                track.Enabled = (it.File.Here[3] & 1) != 0;
                track.Id = BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[(it.File.Here[0] == 1 ? 20 : 12)..]);
            }
            else if (box.Type == Mdia)
            {
                await ReadMediaAsync(box, track);
            }

            it.File.MoveTo(box.Type == Edts ? box.Body : box.End); // What lies in there is read as if it lay beside it.
        }
    }

    private async ValueTask ReadMediaAsync(IsoBox mdia, IsoTrack track)
    {
        while (await NextAsync(mdia) is { } box)
        {
            if (box.Type == Mdhd)
            {
                track.Clock = await ReadClockAsync(box);
            }
            else if (box.Type == Hdlr && await HasBodyAsync(box, 12))
            {
                track.Handler = BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[8..]);
            }
            else if (box.Type == Minf)
            {
                await ReadMediaInformationAsync(box, track);
            }

            it.File.MoveTo(box.End);
        }
    }

    private async ValueTask ReadMediaInformationAsync(IsoBox minf, IsoTrack track)
    {
        while (await NextAsync(minf) is { } box)
        {
            if (box.Type == Dinf)
            {
                while (await NextAsync(box) is { } inner)
                {
                    track.MediaElsewhere |= inner.Type == Dref && await IsoDataReferences.PointElsewhereAsync(it, inner);

                    it.File.MoveTo(inner.End);
                }
            }
            else if (box.Type == Stbl)
            {
                await ReadSampleTableAsync(box, track);
            }

            it.File.MoveTo(box.End);
        }
    }

    private async ValueTask ReadSampleTableAsync(IsoBox stbl, IsoTrack track)
    {
        while (await NextAsync(stbl) is { } box)
        {
            if (box.Type == Stsd)
            {
                await IsoSampleDescription.ReadAsync(it, box, track);
            }
            else if (box.Type == Stsz && await HasBodyAsync(box, 12))
            {
                track.FixedSize = BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[4..]);
                track.Sizes = Table(box, 8, track.FixedSize == 0 ? 32 : 0);
            }
            else if (box.Type == Stz2 && await HasBodyAsync(box, 12))
            {
                track.Sizes = Table(box, 8, it.File.Here[7]);
            }
            else if (box.Type == Stts && await HasBodyAsync(box, 8))
            {
                track.Times = Table(box, 4, 64);
            }
            else if (box.Type == Stsc && await HasBodyAsync(box, 8))
            {
                track.SamplesPerChunk = Table(box, 4, 96);
            }
            else if ((box.Type == Stco || box.Type == Co64) && await HasBodyAsync(box, 8))
            {
                track.Chunks = Table(box, 4, box.Type == Stco ? 32 : 64);
            }

            it.File.MoveTo(box.End);
        }
    }

    private IsoTable Table(IsoBox box, int countAt, int entryBits)
    {
        var table = new IsoTable(box.Body + countAt + 4, BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[countAt..]), entryBits);
        if (table.Count * (long)entryBits / 8 > box.End - table.At)
        {
            Odd ??= "a table that claims more entries than it has";
        }

        return table;
    }

    /// <summary>The next box that lies whole within its parent.</summary>
    private async ValueTask<IsoBox?> NextAsync(IsoBox parent)
    {
        if (await IsoBox.NextAsync(it, parent.End) is not { } box)
        {
            return null;
        }

        if (box.End > parent.End)
        {
            Odd ??= "a box that ends behind its parent";
            return null;
        }

        // Players obey one wherever it lies.
        if (box.Type == Elst && await HasBodyAsync(box, 8))
        {
            MostCuts = Math.Max(MostCuts, BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[4..]));
        }

        return box;
    }

    private async ValueTask<IsoClock> ReadClockAsync(IsoBox box)
    {
        var clock = await IsoClock.ReadAsync(it, box);
        Odd ??= clock is null ? "a header that is too short" : null;
        return clock ?? default;
    }

    private async ValueTask<bool> HasBodyAsync(IsoBox box, int bytes)
    {
        if (box.BodyLength >= bytes && await it.HasAsync(bytes))
        {
            return true;
        }

        Odd ??= "a box that is too short";
        return false;
    }
}
