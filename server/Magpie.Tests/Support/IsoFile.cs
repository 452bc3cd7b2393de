using System.Buffers.Binary;
using System.Text;

namespace Magpie.Tests.Support;

/// <summary>Rewrites one box of an MP4 whose index comes last, so that no offset of its media changes.</summary>
public static class IsoFile
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "dinf"];

    /// <summary>Every box of that type gets another content.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> boxes, string type, byte[] content)
    {
        var written = new List<byte>();
        for (var at = 0; at < boxes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(boxes[at..]);
            var name = Encoding.ASCII.GetString(boxes.Slice(at + 4, 4));
            var inside = boxes.Slice(at + 8, length - 8);
            written.AddRange(Box(name, name == type ? content : Containers.Contains(name) ? Replace(inside, type, content) : inside.ToArray()));
            at += length;
        }

        return [.. written];
    }

    /// <summary>A data reference box that says: the media lies at this address.</summary>
    public static byte[] ReferenceTo(string type, string location) =>
        [0, 0, 0, 0, 0, 0, 0, 1, .. Box(type, [0, 0, 0, 0, .. Encoding.UTF8.GetBytes(location), 0])];

    private static byte[] Box(string type, byte[] content)
    {
        var box = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
