using Magpie.Platform.Media.Cleaning;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>The description of a track's samples: only boxes on how to decode and show them stay. The others become free space.</summary>
internal static class MovieDescription
{
    private const int PictureFields = 78;

    private const uint Nclx = 0x6E636C78,
        Nclc = 0x6E636C63,
        Profile = 0x70726F66,
        RestrictedProfile = 0x72494343;

    private static readonly uint Colours = IsoBox.Named("colr");

    private static readonly HashSet<uint> Kept =
    [
        .. new[]
        {
            "avcC",
            "hvcC",
            "av1C",
            "vpcC",
            "dvcC",
            "dvvC",
            "dvwC",
            "colr",
            "pasp",
            "clap",
            "fiel",
            "gama",
            "btrt",
            "mdcv",
            "clli",
            "SmDm",
            "CoLL",
            "st3d",
            "sv3d",
            "esds",
            "wave",
            "dOps",
            "dfLa",
            "dac3",
            "dec3",
            "alac",
            "samr",
            "damr",
            "chan",
            "chnl",
            "pcmC",
            "srat",
            "SA3D",
        }.Select(IsoBox.Named),
    ];

    /// <summary>Where the box with the decoder settings is; null when there is none of that name.</summary>
    public static async Task<IsoBox?> CleanAsync(CodedFile file, IsoTrack track, uint? configuration)
    {
        var entry = track.Descriptions[0].Entry;
        var found = default(IsoBox?);
        var it = file.Inspect();
        it.File.MoveTo(entry.Body + (track.IsPicture ? PictureFields : await SoundFieldsAsync(file, entry)));
        for (var start = it.File.Position; start < entry.End; start = it.File.Position)
        {
            if (await IsoBox.NextAsync(it, entry.End) is not { } box || box.End > entry.End)
            {
                await file.FillAsync(start, entry.End - start, 0);
                break;
            }

            if (!Kept.Contains(box.Type) || (box.Type == Colours && !await CleanColoursAsync(file, box)))
            {
                await file.WriteAsync(start + 4, "free"u8.ToArray());
                await file.FillAsync(box.Body, box.BodyLength, 0);
            }

            found =
                box.Type == configuration
                    ? found is null
                        ? box
                        : throw new InvalidDataException()
                    : found;
            it.File.MoveTo(box.End);
        }

        return found;
    }

    // QuickTime's later versions have more of them.
    private static async ValueTask<int> SoundFieldsAsync(CodedFile file, IsoBox entry) =>
        await file.IndexNumberAsync(entry.Body + 8, 2) switch
        {
            0 => 28,
            1 => 44,
            2 => 64,
            _ => throw new InvalidDataException(),
        };

    /// <summary>False when nothing of it can stay.</summary>
    private static async ValueTask<bool> CleanColoursAsync(CodedFile file, IsoBox colours)
    {
        var (kind, body) = (colours.BodyLength < 4 ? 0 : await file.NumberAsync(colours.Body, 4), colours.Body + 4);
        if (kind is Nclx or Nclc)
        {
            // Three numbers of two bytes; only MPEG-4 says the range behind them.
            var needed = kind is Nclx ? 11 : 10;
            await file.FillAsync(colours.Body + needed, Math.Max(0, colours.BodyLength - needed), 0);
            return colours.BodyLength >= needed;
        }

        if (
            kind is not (Profile or RestrictedProfile)
            || colours.End - body > CodedFile.LongestPiece
            || IccProfile.WithoutWords(await file.ReadAsync(body, colours.End - body)) is not { } clean
            || clean.Length > colours.End - body
        )
        {
            return false;
        }

        await file.WriteAsync(body, clean);
        await file.FillAsync(body + clean.Length, colours.End - body - clean.Length, 0);
        return true;
    }
}
