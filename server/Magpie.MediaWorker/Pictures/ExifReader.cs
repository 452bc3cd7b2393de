using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Magpie.MediaWorker.Pictures;

internal sealed record ExifFacts(DateTime? CapturedAt, string? Camera)
{
    public static readonly ExifFacts None = new(null, null);
}

/// <summary>
/// Reads the five EXIF fields that Magpie keeps: TIFF structure, first directory and the one of the camera.
/// Each directory is looked at once, so that loops and absurd counts cost nothing.
/// </summary>
internal static class ExifReader
{
    private const ushort Make = 0x010F, Model = 0x0110, Changed = 0x0132, CameraDirectory = 0x8769, Taken = 0x9003, TakenOffset = 0x9011;
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

        var tiff = new Tiff(data);
        var first = tiff.Number(4);
        var camera = tiff.Find(first, CameraDirectory) is var entry and > 0 ? tiff.Number(entry + 8) : 0;
        var taken = tiff.Text(camera, Taken) ?? tiff.Text(first, Changed);
        return new ExifFacts(Time(taken, tiff.Text(camera, TakenOffset)), Camera(tiff.Text(first, Make), tiff.Text(first, Model)));
    }

    private static DateTime? Time(string? text, string? offset)
    {
        const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParseExact($"{text}{offset}", "yyyy':'MM':'dd HH':'mm':'sszzz", CultureInfo.InvariantCulture, AsUtc, out var exact))
        {
            return exact;
        }

        return DateTime.TryParseExact(text, "yyyy':'MM':'dd HH':'mm':'ss", CultureInfo.InvariantCulture, AsUtc, out var taken) ? taken : null;
    }

    private static string? Camera(string? make, string? model)
    {
        // "Canon" + "Canon EOS 300D" is one camera, not two.
        var name = make is null || (model?.StartsWith(make, StringComparison.OrdinalIgnoreCase) ?? false) ? model : $"{make} {model}".Trim();
        return name is { Length: > LongestCamera } ? name[..LongestCamera] : name;
    }

    private readonly ref struct Tiff(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> data = data;
        private readonly bool little = data[0] == 'I';

        public uint Number(long at) => at < 0 || at + 4 > data.Length ? 0
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(data[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]);

        /// <summary>Where the entry lies, or -1.</summary>
        public long Find(long directory, ushort tag)
        {
            var count = directory < 8 ? 0 : Short(directory);
            for (var i = 0; i < count; i++)
            {
                var entry = directory + 2 + i * 12L;
                if (entry + 12 > data.Length)
                {
                    break;
                }

                if (Short(entry) == tag)
                {
                    return entry;
                }
            }

            return -1;
        }

        /// <summary>An ASCII field without control characters; null where it is absent or empty.</summary>
        public string? Text(long directory, ushort tag)
        {
            var entry = Find(directory, tag);
            if (entry < 0 || Short(entry + 2) != 2)
            {
                return null;
            }

            var length = Math.Min(Number(entry + 4), 1000);
            var at = length <= 4 ? entry + 8 : Number(entry + 8);
            if (at + length > data.Length)
            {
                return null;
            }

            var text = Encoding.UTF8.GetString(data.Slice((int)at, (int)length));
            var end = text.IndexOf('\0', StringComparison.Ordinal);
            var kept = (end < 0 ? text : text[..end]).Where(c => !char.IsControl(c) && c != '\uFFFD' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
            var clean = string.Concat(kept).Trim();
            return clean.Length > 0 ? clean : null;
        }

        private int Short(long at) => at < 0 || at + 2 > data.Length ? 0
            : little ? BinaryPrimitives.ReadUInt16LittleEndian(data[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(data[(int)at..]);
    }
}
