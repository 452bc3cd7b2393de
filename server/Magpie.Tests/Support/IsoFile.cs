using System.Buffers.Binary;
using System.Text;

namespace Magpie.Tests.Support;

/// <summary>Rewrites one box of an MP4 whose index comes last, so that no offset of its media changes.</summary>
public static class IsoFile
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "dinf", "stbl"];

    /// <summary>Every box of that type gets another content.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> boxes, string type, byte[] content) => Change(boxes, type, _ => content);

    public static byte[] Change(ReadOnlySpan<byte> boxes, string type, Func<byte[], byte[]> change)
    {
        var written = new List<byte>();
        for (var at = 0; at < boxes.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(boxes[at..]);
            var name = Encoding.ASCII.GetString(boxes.Slice(at + 4, 4));
            var inside = boxes.Slice(at + 8, length - 8);
            written.AddRange(
                Box(
                    name,
                    name == type ? change(inside.ToArray())
                        : Containers.Contains(name) ? Change(inside, type, change)
                        : inside.ToArray()
                )
            );
            at += length;
        }

        return [.. written];
    }

    /// <summary>What the first box of that type holds.</summary>
    public static byte[] Inside(ReadOnlySpan<byte> boxes, string type)
    {
        var found = default(byte[]?);
        Change(boxes, type, content => found ??= content);
        return found!;
    }

    /// <summary>What is decoded in that way says one thing more of it.</summary>
    /// <param name="coding">Four letters, as the description says them.</param>
    public static byte[] AddToDescription(ReadOnlySpan<byte> boxes, string coding, byte[] box) =>
        Change(
            boxes,
            "stsd",
            content =>
                Encoding.ASCII.GetString(content, 12, 4) == coding ? [.. content[..8], .. Box(coding, [.. content[16..], .. box])] : content
        );

    /// <summary>A data reference box that says: the media lies at this address.</summary>
    public static byte[] ReferenceTo(string type, string location) =>
        [0, 0, 0, 0, 0, 0, 0, 1, .. Box(type, [0, 0, 0, 0, .. Encoding.UTF8.GetBytes(location), 0])];

    public static byte[] Box(string type, byte[] content)
    {
        var box = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
