using System.Buffers.Binary;
using System.Text;
using Magpie.MediaWorker.Protocol;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Walks the chunks of a PNG: frames, EXIF wherever it lies, colour, and what it says of its time.</summary>
internal sealed class PngReader(Stream file)
{
    private const int LongestKept = 1 << 16;

    private readonly List<int> delays = [];
    private readonly Dictionary<string, byte[]> first = [];
    private CaptureTime? written;
    private long widest;
    private bool inPicture;

    public PictureStructure Read()
    {
        Span<byte> head = stackalloc byte[8];
        file.ReadExactly(head);
        while (file.ReadAtLeast(head, 8, throwOnEndOfStream: false) == 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var name = Encoding.Latin1.GetString(head[4..]);
            inPicture |= name == "IDAT";
            if (name == "iCCP" && !inPicture)
            {
                first.TryAdd(name, []); // However long it is: that it is there is enough.
            }

            var kept = IsWanted(name) && length <= LongestKept ? new byte[length] : [];
            var read = file.ReadAtLeast(kept, kept.Length, throwOnEndOfStream: false);
            if (read == length)
            {
                Take(name, kept);
            }

            file.Seek(length + 4L - read, SeekOrigin.Current);
        }

        return new PictureStructure(
            [.. delays],
            widest,
            first.GetValueOrDefault("eXIf"),
            PngColours.Of(first),
            written,
            Saved(first.GetValueOrDefault("tIME"))
        );
    }

    private bool IsWanted(string name) =>
        name is "IHDR" or "fcTL" or "eXIf" or "tIME" or "tEXt" or "iTXt"
        // Colour counts before the picture only.
        || (!inPicture && name is "cICP" or "sRGB" or "gAMA" or "cHRM");

    private void Take(string name, byte[] content)
    {
        switch (name)
        {
            case "IHDR" when content.Length >= 8:
                widest = (long)BinaryPrimitives.ReadUInt32BigEndian(content) * BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(4));
                break;
            case "fcTL" when content.Length == 26:
                var (over, under) = (
                    BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(20)),
                    BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(22))
                );
                delays.Add(FrameDelay.Shown(over * 1000 / (under == 0 ? 100 : under)));
                break;
            case "tEXt" or "iTXt":
                written ??= CreationTime(content);
                break;
            default:
                first.TryAdd(name, content);
                break;
        }
    }

    private static CaptureTime? CreationTime(ReadOnlySpan<byte> text)
    {
        var key = "Creation Time\0"u8;
        // Behind the last zero: an international text has a language and its key once more before it.
        return text.StartsWith(key) ? CaptureTime.Read(Encoding.Latin1.GetString(text[(text.LastIndexOf((byte)0) + 1)..]).Trim()) : null;
    }

    private static CaptureTime? Saved(byte[]? time)
    {
        if (time is not { Length: 7 })
        {
            return null;
        }

        var text = $"{BinaryPrimitives.ReadUInt16BigEndian(time):0000}-{time[2]:00}-{time[3]:00} {time[4]:00}:{time[5]:00}:{time[6]:00}";
        return CaptureTime.Read(text)?.Local is { } utc ? CaptureTime.AtUtc(utc) : null;
    }
}
