using System.Buffers.Binary;
using static Magpie.Platform.Media.Inspection.InspectedFile;

namespace Magpie.Platform.Media.Inspection;

/// <summary>WebP (RFC 9649): every chunk within the RIFF, the header of each bitstream.</summary>
internal static class WebpStructure
{
    private const uint Lossy = 0x20385056; // "VP8 "
    private const uint Lossless = 0x4C385056; // "VP8L"
    private const uint Extended = 0x58385056; // "VP8X"
    private const uint Frame = 0x464D4E41; // "ANMF"

    public static async ValueTask<StructureVerdict> InspectAsync(InspectedFile it)
    {
        var file = it.File;
        file.MoveTo(4);
        if (!await it.HasAsync(8))
        {
            return it.CutOff();
        }

        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file.Here);
        if (end > file.Length)
        {
            return it.CutOff();
        }

        file.Skip(8);
        var (canvas, picture) = (default((int Width, int Height)?), default((int Width, int Height)?));
        var (frames, odd) = (0, default(string?));
        while (await NextChunkAsync(it, end) is { } chunk)
        {
            if (chunk.End > end)
            {
                return it.Damaged(Damage.PartTooLarge);
            }

            switch (chunk.Type)
            {
                case Extended:
                    if (chunk.Length < 10 || !await it.HasAsync(10))
                    {
                        return it.Damaged(Damage.ShortHeader);
                    }

                    odd ??= canvas is not null || picture is not null ? "a header in the wrong place" : null;
                    canvas = (ReadUInt24(file.Here[4..]) + 1, ReadUInt24(file.Here[7..]) + 1);
                    break;
                case Lossy or Lossless:
                    odd ??= picture is not null ? "a second picture" : null;
                    picture ??= await ReadSizeAsync(it, chunk);
                    if (picture is null)
                    {
                        return it.Damaged(Damage.PictureData);
                    }

                    break;
                case Frame:
                    if (await FrameOddityAsync(it, chunk, canvas) is { } wrong)
                    {
                        odd ??= wrong;
                    }

                    if (++frames > it.Limits.MaxFrames)
                    {
                        return Refused(InspectionRefusals.TooManyFrames(it.Name, it.Limits));
                    }

                    break;
                default:
                    break;
            }

            if ((canvas ?? picture) is { } size && it.CheckSize(size.Width, size.Height) is { } refused)
            {
                return refused;
            }

            file.MoveTo(chunk.End);
        }

        return (canvas ?? picture, frames) switch
        {
            _ when it.TooManyParts() is { } unsure => unsure,
            (null, _) => it.Damaged(Damage.NoPicture),
            (_, 0) when picture is null => it.Damaged(Damage.NoPicture),
            _ when odd is not null => Unsure(odd),
            ({ } size, 0) when size != picture => Unsure("picture and canvas differ in size"),
            ({ } size, _) => Sound(size.Width, size.Height, Math.Max(1, frames)),
        };
    }

    /// <summary>A frame's own chunks: optional alpha, then a bitstream of the size that the frame announces, on the canvas.</summary>
    private static async ValueTask<string?> FrameOddityAsync(InspectedFile it, Chunk frame, (int Width, int Height)? canvas)
    {
        if (canvas is null || frame.Length < 16 || !await it.HasAsync(16))
        {
            return "a frame without a canvas or header";
        }

        var here = it.File.Here;
        var (left, top) = (2 * ReadUInt24(here), 2 * ReadUInt24(here[3..]));
        var size = (Width: ReadUInt24(here[6..]) + 1, Height: ReadUInt24(here[9..]) + 1);
        if (left + size.Width > canvas.Value.Width || top + size.Height > canvas.Value.Height)
        {
            return "a frame outside its canvas";
        }

        it.File.Skip(16);
        while (await NextChunkAsync(it, frame.End) is { } chunk && chunk.End <= frame.End)
        {
            if (chunk.Type is Lossy or Lossless)
            {
                return await ReadSizeAsync(it, chunk) == size ? null : "a frame of another size than announced";
            }

            it.File.MoveTo(chunk.End);
        }

        return "a frame without a picture";
    }

    private static async ValueTask<(int Width, int Height)?> ReadSizeAsync(InspectedFile it, Chunk chunk)
    {
        var header = chunk.Type == Lossless ? 5 : 10;
        if (chunk.Length < header || !await it.HasAsync(header))
        {
            return null;
        }

        var here = it.File.Here;
        if (chunk.Type == Lossless)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(here[1..]);
            return here[0] == 0x2F && bits >> 29 == 0 ? ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : null;
        }

        var tag = ReadUInt24(here);
        var isKeyFrame = (tag & 1) == 0 && ReadUInt24(here[3..]) == 0x2A019D;
        return isKeyFrame && (tag >> 5) <= chunk.Length - 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(here[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(here[8..]) & 0x3FFF)
            : null;
    }

    /// <summary>Leaves the window at the chunk's data.</summary>
    private static async ValueTask<Chunk?> NextChunkAsync(InspectedFile it, long end)
    {
        var file = it.File;
        if (end - file.Position < 8 || !it.MayReadOn() || !await it.HasAsync(8))
        {
            return null;
        }

        var type = BinaryPrimitives.ReadUInt32LittleEndian(file.Here);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file.Here[4..]);
        file.Skip(8);

        // Padded to even; the last one's padding may be missing.
        var padded = file.Position + length + (length & 1);
        return new Chunk(type, length, padded == end + 1 ? end : padded);
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private readonly record struct Chunk(uint Type, uint Length, long End);
}
