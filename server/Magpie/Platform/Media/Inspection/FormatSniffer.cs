using System.Buffers.Binary;
using Magpie.Model.Media;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Decides the format of a file by its first bytes. Its name and declared type do not matter.</summary>
internal static class FormatSniffer
{
    /// <summary>With this many first bytes (or the whole file) the answer is final.</summary>
    public const int BytesNeeded = 4096;

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> EbmlStart => [0x1A, 0x45, 0xDF, 0xA3];

    /// <param name="first">The first bytes that have arrived.</param>
    /// <param name="name">Used only in sentences.</param>
    /// <param name="isWholeFile">No more bytes will come.</param>
    public static SniffResult Sniff(ReadOnlySpan<byte> first, string name, bool isWholeFile = false)
    {
        if (first.IsEmpty)
        {
            return isWholeFile ? InspectionRefusals.EmptyFile(name) : SniffResult.NeedsMoreBytes;
        }

        if (first.StartsWith(JpegStart))
        {
            return MediaFormat.Jpeg;
        }

        if (first.StartsWith(PngStart))
        {
            return MediaFormat.Png;
        }

        if (first.StartsWith("GIF87a"u8) || first.StartsWith("GIF89a"u8))
        {
            return MediaFormat.Gif;
        }

        if (first.StartsWith("RIFF"u8) && first.Length >= 12 && first[8..].StartsWith("WEBP"u8))
        {
            return MediaFormat.Webp;
        }

        var isAll = isWholeFile || first.Length >= BytesNeeded;
        var result =
            first.StartsWith(EbmlStart) ? SniffEbml(first, name, isAll)
            : first.Length >= 8 ? SniffBoxes(first, name, isAll)
            : SniffResult.NeedsMoreBytes;
        return result.IsDecided ? result
            : !isAll ? SniffResult.NeedsMoreBytes
            : IsStump(first) ? InspectionRefusals.Damaged(name, Damage.EndsAtOnce)
            : ForeignFormats.Recognize(first) is { } what ? InspectionRefusals.NotKept(name, what)
            : InspectionRefusals.NotKept(name);
    }

    private static SniffResult SniffEbml(ReadOnlySpan<byte> first, string name, bool isAll)
    {
        var docType = Ebml.FindDocType(first, out var isComplete);
        return docType.SequenceEqual("webm"u8) ? MediaFormat.Webm
            : docType.SequenceEqual("matroska"u8) ? InspectionRefusals.NotKept(name, ForeignFormat.Matroska)
            : isComplete ? InspectionRefusals.NotKept(name, ForeignFormat.MatroskaOther)
            : isAll ? InspectionRefusals.Damaged(name, Damage.Header)
            : SniffResult.NeedsMoreBytes;
    }

    private static SniffResult SniffBoxes(ReadOnlySpan<byte> first, string name, bool isAll)
    {
        // Padding may come before the box that names the format. QuickTime files may be older than that box.
        var at = 0;
        while (
            IsPadding(first[at..])
            && BinaryPrimitives.ReadUInt32BigEndian(first[at..]) is >= 8 and <= BytesNeeded and var padding
            && at + padding + 8 <= first.Length
        )
        {
            at += (int)padding;
        }

        var rest = first[at..];
        var size = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (IsPadding(rest) && size <= BytesNeeded && !isAll)
        {
            return SniffResult.NeedsMoreBytes;
        }

        if (IsNamed(rest, "ftyp"u8))
        {
            return size is < 16 or > BytesNeeded || rest.Length < Math.Min(size, 32) ? SniffResult.NeedsMoreBytes
                : IsoBrands.RecognizeForeign(rest[8..(int)Math.Min(size, rest.Length)]) is { } what ? InspectionRefusals.NotKept(name, what)
                : IsoBrands.IsQuickTime(rest[8..12]) ? MediaFormat.Mov
                : MediaFormat.Mp4;
        }

        return IsNamed(rest, "mdat"u8) || (size is 1 or >= 8 && (IsPadding(rest) || IsNamed(rest, "moov"u8)))
            ? MediaFormat.Mov
            : SniffResult.NeedsMoreBytes;
    }

    private static bool IsPadding(ReadOnlySpan<byte> box) =>
        IsNamed(box, "wide"u8) || IsNamed(box, "free"u8) || IsNamed(box, "skip"u8) || IsNamed(box, "pnot"u8);

    private static bool IsNamed(ReadOnlySpan<byte> box, ReadOnlySpan<byte> type) => box.Length >= 8 && box[4..8].SequenceEqual(type);

    /// <summary>The start of one of our formats, and nothing more.</summary>
    private static bool IsStump(ReadOnlySpan<byte> file) =>
        PngStart.StartsWith(file)
        || JpegStart.StartsWith(file)
        || "GIF89a"u8.StartsWith(file)
        || "GIF87a"u8.StartsWith(file)
        || EbmlStart.StartsWith(file)
        || (file.Length < 12 && file.StartsWith("RIFF"u8) && (file.Length <= 8 || "WEBP"u8.StartsWith(file[8..])))
        || (file.Length is > 4 and < 32 && "ftyp"u8.StartsWith(file[4..Math.Min(8, file.Length)]));
}
