using System.Buffers.Binary;
using static Magpie.Platform.Media.Inspection.InspectedFile;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// PNG (W3C, third edition) with its animation chunks: every chunk in the file, critical ones with their checksum. Nothing is inflated.
/// </summary>
internal static class PngStructure
{
    private const uint Header = 0x49484452; // IHDR
    private const uint Palette = 0x504C5445; // PLTE
    private const uint Data = 0x49444154; // IDAT
    private const uint End = 0x49454E44; // IEND
    private const uint AnimationControl = 0x6163544C; // acTL
    private const uint FrameControl = 0x6663544C; // fcTL

    // Deflate makes at most 1032 bytes of one.
    private const long BestRatio = 1032;

    public static async ValueTask<StructureVerdict> InspectAsync(InspectedFile it)
    {
        var file = it.File;
        file.MoveTo(8);
        if (!await it.HasAsync(25))
        {
            return it.CutOff();
        }

        var header = PngHeader.Read(file.Here);
        if (BinaryPrimitives.ReadUInt64BigEndian(file.Here) != (13UL << 32 | Header) || !header.IsValid)
        {
            return it.Damaged(Damage.Header);
        }

        if (it.CheckSize(header.Width, header.Height) is { } refused)
        {
            return refused;
        }

        var (palette, odd) = (false, default(string?));
        var (data, frames, announced) = (0L, 0, 0L);
        var previous = 0u;
        while (it.MayReadOn() && await it.HasAsync(12))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Here);
            var type = BinaryPrimitives.ReadUInt32BigEndian(file.Here[4..]);
            var next = file.Position + 12 + length;
            if (next > file.Length)
            {
                return type == End ? Unsure("cut off in its end chunk") : it.CutOff();
            }

            switch (type)
            {
                case Header when previous != 0:
                    odd ??= "a second header";
                    break;
                case Palette:
                    palette = true;
                    odd ??= length is 0 or > 768 || length % 3 != 0 || data > 0 ? "a palette of the wrong size or place" : null;
                    break;
                case Data:
                    odd ??= data > 0 && previous != Data ? "image data in two places" : null;
                    odd ??= data == 0 && !await HasZlibHeaderAsync(it, length) ? "image data that is no zlib stream" : null;
                    data += length;
                    break;
                case AnimationControl when length == 8 && await it.HasAsync(16):
                    announced = BinaryPrimitives.ReadUInt32BigEndian(file.Here[8..]);
                    break;
                case FrameControl:
                    odd ??= length != 26 || !await it.HasAsync(34) || !header.Holds(file.Here[12..]) ? "a frame outside the picture" : null;
                    if (++frames > it.Limits.MaxFrames)
                    {
                        return Refused(InspectionRefusals.TooManyFrames(it.Name, it.Limits));
                    }

                    break;
                default:
                    // Upper case: a program that does not know the chunk cannot show the picture.
                    odd ??= !IsName(file.Here[4..8]) ? "a chunk without a name" : null;
                    odd ??= type != End && (type & 0x2000_0000) == 0 && previous != 0 ? "a critical chunk that nobody knows" : null;
                    break;
            }

            if ((type & 0x2000_0000) == 0 && !await ChecksumHoldsAsync(it, length))
            {
                return it.Damaged(Damage.Checksums);
            }

            if (type == End)
            {
                return data == 0 ? it.Damaged(Damage.NoPicture)
                    : header.NeedsPalette && !palette ? it.Damaged(Damage.NoPalette)
                    : header.RawBytes > data * BestRatio ? it.Damaged(Damage.TooLittleData)
                    : announced != frames ? Unsure($"{announced} frames announced, {frames} there")
                    : odd is not null ? Unsure(odd)
                    : Sound(header.Width, header.Height, Math.Max(1, frames));
            }

            file.MoveTo(next);
            previous = type;
        }

        return it.TooManyParts() ?? (data == 0 ? it.CutOff() : Unsure("no end chunk"));
    }

    private static bool IsName(ReadOnlySpan<byte> type) =>
        char.IsAsciiLetter((char)type[0])
        && char.IsAsciiLetter((char)type[1])
        && char.IsAsciiLetter((char)type[2])
        && char.IsAsciiLetter((char)type[3]);

    private static async ValueTask<bool> HasZlibHeaderAsync(InspectedFile it, uint length) =>
        length < 2
        || (await it.HasAsync(10) && (it.File.Here[8] & 0x0F) == 8 && BinaryPrimitives.ReadUInt16BigEndian(it.File.Here[8..]) % 31 == 0);

    /// <summary>Over type and data; leaves the window behind the chunk. The chunk is known to lie in the file.</summary>
    private static async ValueTask<bool> ChecksumHoldsAsync(InspectedFile it, uint length)
    {
        var file = it.File;
        file.Skip(4);
        var crc = Crc32.Start;
        for (var left = length + 4L; left > 0; )
        {
            if (!await it.HasAsync(1))
            {
                return false;
            }

            var piece = file.Here[..(int)Math.Min(left, file.Here.Length)];
            crc = Crc32.Append(crc, piece);
            file.Skip(piece.Length);
            left -= piece.Length;
        }

        return await it.HasAsync(4) && BinaryPrimitives.ReadUInt32BigEndian(file.Here) == ~crc;
    }
}
