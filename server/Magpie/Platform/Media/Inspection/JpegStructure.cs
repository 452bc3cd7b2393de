using System.Buffers.Binary;
using static Magpie.Platform.Media.Inspection.InspectedFile;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// JPEG (ITU T.81): segments up to the end marker. Anything after that (a second picture, a video, an archive) is ignored.
/// </summary>
internal static class JpegStructure
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte NumberOfLines = 0xDC;

    public static async ValueTask<StructureVerdict> InspectAsync(InspectedFile it)
    {
        var file = it.File;
        file.MoveTo(2);
        var (frame, odd) = (default(Frame?), default(string?));
        var (scans, codedBytes) = (0, 0L);
        while (it.MayReadOn() && await NextMarkerAsync(it) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return frame is null || scans == 0 ? it.Damaged(Damage.NoPicture)
                    : odd is not null ? Unsure(odd)
                    : frame.Value.NeedsMoreThan(codedBytes) ? Unsure("too little coded data for its size")
                    : Sound(frame.Value.Width, frame.Value.Height, 1);
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            if (scans > 0 && !MayFollowAScan(marker))
            {
                return Unsure($"marker {marker:X2} within the picture");
            }

            if (marker == StartOfImage)
            {
                odd ??= "a second start marker";
                continue;
            }

            var segment = await ReadLengthAsync(it);
            if (segment < 2 || segment > file.Remaining)
            {
                return scans > 0 ? Unsure("cut off behind its first scan") : it.CutOff();
            }

            var next = file.Position + segment;
            if (IsFrameHeader(marker))
            {
                if (segment < 8 || !await it.HasAsync(8))
                {
                    return it.Damaged(Damage.ShortHeader);
                }

                odd ??= frame is not null ? "a second frame header" : OddCoding(marker);
                var announced = Frame.Read(file.Here);
                if (it.CheckSize(announced.Width, announced.Height) is { } refused)
                {
                    return refused;
                }

                odd ??= announced.Oddity(segment);
                frame ??= announced;
            }

            file.MoveTo(next);
            if (marker == StartOfScan)
            {
                if (frame is null)
                {
                    return it.Damaged(Damage.PictureBeforeHeader);
                }

                if (++scans > it.Limits.MaxScans)
                {
                    return Refused(InspectionRefusals.TooManyScans(it.Name, it.Limits));
                }

                var from = file.Position;
                await SkipCodedDataAsync(it);
                codedBytes += file.Position - from;
            }
        }

        return it.TooManyParts() ?? (scans > 0 ? Unsure("no end marker") : it.CutOff());
    }

    /// <summary>The next marker, skipping fill bytes and junk between segments; null at the end.</summary>
    private static async ValueTask<byte?> NextMarkerAsync(InspectedFile it)
    {
        while (await it.HasAsync(2))
        {
            var here = it.File.Here;
            if (here[0] == 0xFF && here[1] is not (0x00 or 0xFF))
            {
                it.File.Skip(2);
                return here[1];
            }

            var skip = here[1..].IndexOf((byte)0xFF);
            it.File.Skip(skip < 0 ? here.Length : skip + 1);
        }

        return null;
    }

    private static async ValueTask<int> ReadLengthAsync(InspectedFile it) =>
        await it.HasAsync(2) ? BinaryPrimitives.ReadUInt16BigEndian(it.File.Here) : 0;

    /// <summary>Skips to the next marker, past stuffed zeros, fill bytes and restarts.</summary>
    private static async ValueTask SkipCodedDataAsync(InspectedFile it)
    {
        while (await it.HasAsync(2))
        {
            var here = it.File.Here;
            var at = 0;
            while (true)
            {
                var found = here[at..^1].IndexOf((byte)0xFF);
                if (found < 0)
                {
                    // The last byte may be the first half of a marker.
                    it.File.Skip(here.Length - 1);
                    break;
                }

                at += found;
                if (here[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                {
                    it.File.Skip(at);
                    return;
                }

                at++;
            }
        }

        it.File.Skip(2);
    }

    // C4, C8 and CC lie among the frame headers but are tables.
    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static string? OddCoding(byte marker) =>
        marker <= 0xC2 ? null : $"frame header {marker:X2} (lossless, hierarchical or arithmetic)";

    private static bool MayFollowAScan(byte marker) =>
        marker is 0xC4 or 0xCC or StartOfScan or 0xDB or NumberOfLines or 0xDD or (>= 0xE0 and <= 0xEF) or 0xFE;

    private readonly record struct Frame(int Width, int Height, int Precision, int Components)
    {
        public static Frame Read(ReadOnlySpan<byte> segment) =>
            new(
                BinaryPrimitives.ReadUInt16BigEndian(segment[5..]),
                BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
                segment[2],
                segment[7]
            );

        public string? Oddity(int segment) =>
            Precision != 8 ? $"{Precision} bits a sample"
            : Components is not (1 or 3 or 4) || segment != 8 + (3 * Components) ? $"{Components} components in a header of {segment} bytes"
            : null;

        // Each block of 8 x 8 takes at least a bit in every ordinary coding.
        public bool NeedsMoreThan(long codedBytes) => (Width + 7L) / 8 * ((Height + 7L) / 8) > codedBytes * 8;
    }
}
