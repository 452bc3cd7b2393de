using System.Buffers.Binary;
using System.Numerics;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Numbers in EBML (RFC 8794), the format below WebM and Matroska.</summary>
internal static class Ebml
{
    public const uint Header = 0x1A45DFA3;
    public const uint DocType = 0x4282;

    /// <summary>An id and a size take at most this many bytes.</summary>
    public const int LongestHead = 12;

    /// <summary>The header of an element. False when the bytes are invalid or incomplete.</summary>
    /// <param name="bytes">From the element on.</param>
    /// <param name="id">With its length marker, as the specifications write it.</param>
    /// <param name="size">Of the body; null when unknown, in which case the parent's next child ends it.</param>
    /// <param name="headLength">Where the body begins.</param>
    public static bool TryReadHead(ReadOnlySpan<byte> bytes, out uint id, out ulong? size, out int headLength)
    {
        (id, size, headLength) = (0, null, 0);
        if (!TryReadNumber(bytes, 4, out var idLength, out _) || !TryReadNumber(bytes[idLength..], 8, out var sizeLength, out var value))
        {
            return false;
        }

        for (var i = 0; i < idLength; i++)
        {
            id = (id << 8) | bytes[i];
        }

        size = value == (1UL << (7 * sizeLength)) - 1 ? null : value;
        headLength = idLength + sizeLength;
        return true;
    }

    /// <summary>A number of variable length, without its marker.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> bytes, int longest, out int length, out ulong value)
    {
        (length, value) = (0, 0);
        if (bytes.IsEmpty || (length = BitOperations.LeadingZeroCount((uint)bytes[0]) - 23) > longest || bytes.Length < length)
        {
            return false;
        }

        value = bytes[0] & (0xFFUL >> length);
        for (var i = 1; i < length; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return true;
    }

    /// <summary>An unsigned number that fills an element's body.</summary>
    public static ulong ReadUnsigned(ReadOnlySpan<byte> body)
    {
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        body[..Math.Min(8, body.Length)].CopyTo(padded[(8 - Math.Min(8, body.Length))..]);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>The document type in a file's first header: empty if it names none, null if there are too few bytes.</summary>
    public static ReadOnlySpan<byte> FindDocType(ReadOnlySpan<byte> file, out bool isComplete)
    {
        isComplete = TryReadHead(file, out _, out var size, out var at);
        var end = size is { } known && known < (ulong)(file.Length - at) ? at + (int)known : file.Length;
        var isWhole = isComplete && size is { } all && (ulong)at + all <= (ulong)file.Length;
        while (isComplete && at < end && TryReadHead(file[at..end], out var id, out var length, out var head))
        {
            at += head;
            if (length is null || length > (ulong)(end - at))
            {
                break;
            }

            if (id == DocType)
            {
                return file.Slice(at, (int)length).TrimEnd((byte)0);
            }

            at += (int)length;
        }

        isComplete = isWhole;
        return [];
    }
}
