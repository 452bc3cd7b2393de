using System.Buffers.Binary;
using static Magpie.Platform.Media.Inspection.InspectedFile;

namespace Magpie.Platform.Media.Inspection;

/// <summary>GIF 87a and 89a: every block up to the trailer. Frames are counted and measured, not decoded.</summary>
internal static class GifStructure
{
    private const byte Image = 0x2C;
    private const byte Extension = 0x21;
    private const byte Trailer = 0x3B;

    public static async ValueTask<StructureVerdict> InspectAsync(InspectedFile it)
    {
        var file = it.File;
        file.MoveTo(6);
        if (!await it.HasAsync(7))
        {
            return it.CutOff();
        }

        var screen = (
            Width: (int)BinaryPrimitives.ReadUInt16LittleEndian(file.Here),
            Height: (int)BinaryPrimitives.ReadUInt16LittleEndian(file.Here[2..])
        );
        var hasColors = SkipOver(it, 7, file.Here[4]);
        var (frames, odd) = (0, default(string?));
        if (screen is (0, _) or (_, 0))
        {
            // Some programs leave the size to the first frame.
            odd = "a screen without a size";
        }
        else if (it.CheckSize(screen.Width, screen.Height) is { } refused)
        {
            return refused;
        }

        var last = Trailer;
        while (it.MayReadOn() && await it.HasAsync(1))
        {
            last = file.Here[0];
            if (last == Extension)
            {
                file.Skip(2);
                if (await SkipSubBlocksAsync(it) < 0)
                {
                    return it.CutOff();
                }
            }
            else if (last == Image)
            {
                if (!await it.HasAsync(11))
                {
                    return it.CutOff();
                }

                var frame = GifFrame.Read(file.Here);
                var (fault, strange) = await CheckFrameAsync(it, frame);
                if (fault is not null)
                {
                    return fault;
                }

                odd ??= strange;
                odd ??= frame.Right > screen.Width || frame.Bottom > screen.Height ? "a frame outside the screen" : null;
                odd ??= !hasColors && !frame.HasColors ? "a frame without colours" : null;
                if (++frames > it.Limits.MaxFrames)
                {
                    return Refused(InspectionRefusals.TooManyFrames(it.Name, it.Limits));
                }
            }
            else
            {
                odd ??= last != Trailer ? $"a block {last:X2} that nobody knows" : null;
                break;
            }
        }

        // After a whole frame only the trailer is missing, which no program minds; after an extension a frame is missing.
        return it.TooManyParts() is { } unsure ? unsure
            : frames == 0 ? it.Damaged(Damage.NoPicture)
            : last == Extension ? it.CutOff()
            : odd is not null ? Unsure(odd)
            : Sound(screen.Width, screen.Height, frames);
    }

    /// <summary>Skips a frame; returns why it is refused, or what is unusual about it.</summary>
    private static async ValueTask<(StructureVerdict? Fault, string? Odd)> CheckFrameAsync(InspectedFile it, GifFrame frame)
    {
        if (it.CheckSize(frame.Right, frame.Bottom) is { } refused)
        {
            return (refused, null);
        }

        if (frame.Width == 0 || frame.Height == 0)
        {
            return (it.Damaged(Damage.FrameWithoutSize), null);
        }

        SkipOver(it, 10, frame.Flags);
        if (!await it.HasAsync(1))
        {
            return (it.CutOff(), null);
        }

        var codeSize = it.File.Here[0];
        if (codeSize is 0 or > 11)
        {
            return (it.Damaged(Damage.PackedFrame), null);
        }

        it.File.Skip(1);
        var data = await SkipSubBlocksAsync(it);
        return data < 0
            ? (it.CutOff(), null)
            : (
                null,
                data == 0 ? "a frame without data"
                : codeSize > 8 ? "more than 256 colours"
                : null
            );
    }

    /// <summary>Skips a descriptor and the colour table that its flags announce.</summary>
    private static bool SkipOver(InspectedFile it, int descriptor, byte flags)
    {
        var hasColors = (flags & 0x80) != 0;
        it.File.Skip(descriptor + (hasColors ? 3 << ((flags & 7) + 1) : 0));
        return hasColors;
    }

    /// <summary>The number of bytes in a chain of sub-blocks; negative when the file ends inside it.</summary>
    private static async ValueTask<long> SkipSubBlocksAsync(InspectedFile it)
    {
        var bytes = 0L;
        while (await it.HasAsync(1))
        {
            var here = it.File.Here;
            var at = 0;
            while (at < here.Length)
            {
                var length = here[at];
                at += length + 1;
                if (length == 0)
                {
                    it.File.Skip(at);
                    return bytes;
                }

                bytes += length;
            }

            it.File.Skip(at);
        }

        return -1;
    }

    private readonly record struct GifFrame(int Right, int Bottom, int Width, int Height, byte Flags)
    {
        public bool HasColors => (Flags & 0x80) != 0;

        public static GifFrame Read(ReadOnlySpan<byte> block)
        {
            var left = BinaryPrimitives.ReadUInt16LittleEndian(block[1..]);
            var top = BinaryPrimitives.ReadUInt16LittleEndian(block[3..]);
            var width = BinaryPrimitives.ReadUInt16LittleEndian(block[5..]);
            var height = BinaryPrimitives.ReadUInt16LittleEndian(block[7..]);
            return new GifFrame(left + width, top + height, width, height, block[9]);
        }
    }
}
