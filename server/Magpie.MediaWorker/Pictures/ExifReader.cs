using Magpie.MediaWorker.Protocol;

namespace Magpie.MediaWorker.Pictures;

/// <summary>What Magpie keeps of EXIF. <c>Orientation</c> is 1 to 8; 1 where it is absent or invalid.</summary>
/// <param name="Orientation">How the camera was held.</param>
/// <param name="Captured">When the picture was taken.</param>
/// <param name="Changed">When the file was last written, by a clock of no known zone; better than nothing.</param>
/// <param name="Camera">Make and model.</param>
internal sealed record ExifFacts(int Orientation, CaptureTime? Captured, CaptureTime? Changed, string? Camera)
{
    public static readonly ExifFacts None = new(1, null, null, null);
}

/// <summary>
/// Reads the few EXIF fields that Magpie keeps: of the first directory, the camera's and that of the place, which knows the time in UTC.
/// </summary>
internal static class ExifReader
{
    private const ushort Make = 0x010F,
        Model = 0x0110,
        Orientation = 0x0112,
        Changed = 0x0132,
        CameraDirectory = 0x8769,
        PlaceDirectory = 0x8825;
    private const ushort Taken = 0x9003,
        Digitized = 0x9004,
        ChangedOffset = 0x9010,
        TakenOffset = 0x9011,
        DigitizedOffset = 0x9012;
    private const ushort SatelliteTime = 0x0007,
        SatelliteDate = 0x001D;
    private const int LongestCamera = 100;

    public static ExifFacts Read(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("Exif\0\0"u8))
        {
            data = data[6..];
        }

        if (data.Length < 8 || !(data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8)))
        {
            return ExifFacts.None;
        }

        var tiff = new ExifDirectories(data);
        var first = tiff.Number(4);
        var camera = tiff.Pointer(first, CameraDirectory);
        var orientation = tiff.Find(first, Orientation) is var turned and > 0 && tiff.Short(turned + 2) == 3 ? tiff.Short(turned + 8) : 1;
        return new ExifFacts(
            orientation is >= 1 and <= 8 ? orientation : 1,
            Captured(tiff, first, camera),
            CaptureTime.Read(tiff.Text(first, Changed), tiff.Text(camera, ChangedOffset)),
            Camera(tiff.Text(first, Make), tiff.Text(first, Model))
        );
    }

    private static CaptureTime? Captured(ExifDirectories tiff, long first, long camera)
    {
        var satellite = Satellite(tiff, tiff.Pointer(first, PlaceDirectory));
        var taken = CaptureTime.Read(tiff.Text(camera, Taken), tiff.Text(camera, TakenOffset));
        var digitized = CaptureTime.Read(tiff.Text(camera, Digitized), tiff.Text(camera, DigitizedOffset));
        var changed = CaptureTime.Read(tiff.Text(first, Changed), tiff.Text(camera, ChangedOffset));
        if ((taken ?? digitized) is not { } known)
        {
            return satellite is { } utc ? CaptureTime.AtUtc(utc) : null;
        }

        // The offset of another field holds for this one where both were written at once; later, a program wrote its own.
        return known.Moment is not null ? known
            : new[] { digitized, changed }.FirstOrDefault(other => other?.Moment is not null && other.HasClockOf(known)) is { } same
                ? known with
                {
                    Moment = same.Moment,
                }
            : changed is null && tiff.Text(camera, ChangedOffset) is { } lone ? CaptureTime.Read($"{known.Local:yyyy:MM:dd HH:mm:ss}", lone)
            : satellite is { } moment && OffsetBetween(known.Local!.Value, moment) is { } offset ? CaptureTime.At(known.Local.Value, offset)
            : known;
    }

    /// <summary>
    /// What satellites say is UTC, but it may be as old as the last sight of them: only what makes a real zone is believed.
    /// </summary>
    private static TimeSpan? OffsetBetween(DateTime local, DateTime utc)
    {
        const int quarter = 15,
            oldestSight = 2,
            furthest = 14 * 60;
        var minutes = (local - utc).TotalMinutes;
        var offset = Math.Round(minutes / quarter) * quarter;
        return Math.Abs(minutes - offset) <= oldestSight && Math.Abs(offset) <= furthest ? TimeSpan.FromMinutes(offset) : null;
    }

    private static DateTime? Satellite(ExifDirectories tiff, long place)
    {
        var at =
            tiff.Find(place, SatelliteTime) is var entry and > 0 && tiff.Short(entry + 2) == 5 && tiff.Number(entry + 4) == 3
                ? tiff.Number(entry + 8)
                : 0;
        if (
            tiff.Text(place, SatelliteDate) is not { } date
            || at == 0
            || (tiff.Ratio(at), tiff.Ratio(at + 8), tiff.Ratio(at + 16)) is not ({ } hours, { } minutes, { } seconds)
        )
        {
            return null;
        }

        return
            hours < 24
            && minutes < 60
            && seconds < 60
            && CaptureTime.Read($"{date} {(int)hours:00}:{(int)minutes:00}:{(int)seconds:00}")?.Local is { } utc
            ? utc
            : null;
    }

    private static string? Camera(string? make, string? model)
    {
        // "Canon" + "Canon EOS 300D" is one camera, not two.
        var name =
            make is null || (model?.StartsWith(make, StringComparison.OrdinalIgnoreCase) ?? false) ? model : $"{make} {model}".Trim();
        return name is { Length: > LongestCamera } ? name[..LongestCamera] : name;
    }
}
