using System.Xml;
using Magpie.MediaWorker.Protocol;

namespace Magpie.MediaWorker.Pictures;

/// <summary>When a picture was taken, as XMP tells it: as attribute or element, under whatever prefix.</summary>
internal static class XmpTime
{
    private const string Exif = "http://ns.adobe.com/exif/1.0/",
        Photoshop = "http://ns.adobe.com/photoshop/1.0/",
        Basic = "http://ns.adobe.com/xap/1.0/";
    private const int LongestPacket = 1 << 20,
        MostNodes = 20_000;

    // In this order: the shutter, the content, the digital file.
    private static readonly (string Space, string Name)[] Fields =
    [
        (Exif, "DateTimeOriginal"),
        (Photoshop, "DateCreated"),
        (Exif, "DateTimeDigitized"),
        (Basic, "CreateDate"),
    ];

    public static CaptureTime? Read(byte[]? packet)
    {
        if (packet is not { Length: > 0 and <= LongestPacket })
        {
            return null;
        }

        var found = new CaptureTime?[Fields.Length];
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(packet.AsSpan().TrimEnd((byte)0).ToArray()),
                new()
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    ConformanceLevel = ConformanceLevel.Fragment,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                }
            );
            Collect(reader, found);
        }
        catch (XmlException)
        {
            // What came before the fault is as good as it was.
        }

        return found.FirstOrDefault(time => time is not null);
    }

    private static void Collect(XmlReader reader, CaptureTime?[] found)
    {
        var inside = -1;
        for (var nodes = 0; nodes < MostNodes && reader.Read(); nodes++)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    inside = reader.IsEmptyElement ? -1 : IndexOf(reader);
                    while (reader.MoveToNextAttribute())
                    {
                        Keep(IndexOf(reader), reader.Value);
                    }

                    break;
                case XmlNodeType.Text:
                    Keep(inside, reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    inside = -1;
                    break;
            }
        }

        void Keep(int field, string value)
        {
            if (field >= 0)
            {
                found[field] ??= CaptureTime.Read(value);
            }
        }

        static int IndexOf(XmlReader at) => Array.FindIndex(Fields, field => field.Space == at.NamespaceURI && field.Name == at.LocalName);
    }
}
