using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// The XMP properties without which a gain map is just a grey picture: Adobe's figures (Ultra HDR), Google's list of the pictures in the
/// file, Apple's mark. Each is checked against its possible values, and written into a packet of our own.
/// </summary>
internal sealed partial class GainMapWords
{
    private const string Adobe = "http://ns.adobe.com/hdr-gain-map/1.0/",
        Container = "http://ns.google.com/photos/1.0/container/",
        Item = Container + "item/";
    private const string AppleMap = "http://ns.apple.com/HDRGainMap/1.0/",
        ApplePixels = "http://ns.apple.com/pixeldatainfo/1.0/",
        AppleKind = "urn:com:apple:photo:2020:aux:hdrgainmap";
    private const int MostNodes = 20_000;

    private static readonly string[] Figures =
    [
        "GainMapMin",
        "GainMapMax",
        "Gamma",
        "OffsetSDR",
        "OffsetHDR",
        "HDRCapacityMin",
        "HDRCapacityMax",
    ];

    private readonly Dictionary<string, List<string>> adobe = [];
    private readonly Dictionary<string, string> apple = [];
    private readonly List<Dictionary<string, string>> items = [];

    public static ReadOnlySpan<byte> Mark => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>Whether the picture with this XMP is a map, and not the picture that has one.</summary>
    public bool IsOfMap => Figures.Any(adobe.ContainsKey) || IsApples;

    public bool SaysItHasAMap => adobe.ContainsKey("Version");

    private bool IsApples => apple.ContainsKey("HDRGainMapVersion") && apple.GetValueOrDefault("AuxiliaryImageType") == AppleKind;

    /// <summary>The pictures after the first one, if nothing else gives their places: how far behind its end, and how long.</summary>
    public IEnumerable<(long Behind, long Length)> Others()
    {
        var behind = items.Count > 0 ? Number(items[0], "Padding") : 0;
        foreach (var item in items.Skip(1))
        {
            var length = Number(item, "Length");
            if (item.GetValueOrDefault("Mime") == "image/jpeg" && length > 0)
            {
                yield return (behind, length);
            }

            behind += length;
        }

        static long Number(Dictionary<string, string> item, string name) =>
            long.TryParse(item.GetValueOrDefault(name), out var value) && value is >= 0 and <= int.MaxValue ? value : 0;
    }

    public static GainMapWords Read(ReadOnlySpan<byte> packet)
    {
        var words = new GainMapWords();
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(packet.TrimEnd((byte)0).ToArray()),
                new()
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    ConformanceLevel = ConformanceLevel.Fragment,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                }
            );
            words.Collect(reader);
        }
        catch (XmlException)
        {
            // Everything before the fault is still good.
        }

        return words;
    }

    /// <summary>For the picture that has a map.</summary>
    /// <param name="mapLength">0 when the file has none any more.</param>
    public static byte[] OfPicture(long mapLength) =>
        Packet(
            $"xmlns:Container=\"{Container}\" xmlns:Item=\"{Item}\" xmlns:hdrgm=\"{Adobe}\" hdrgm:Version=\"1.0\"",
            "<Container:Directory><rdf:Seq>"
                + "<rdf:li rdf:parseType=\"Resource\"><Container:Item Item:Semantic=\"Primary\" Item:Mime=\"image/jpeg\"/></rdf:li>"
                + "<rdf:li rdf:parseType=\"Resource\"><Container:Item Item:Semantic=\"GainMap\" Item:Mime=\"image/jpeg\" "
                + $"Item:Length=\"{mapLength}\"/></rdf:li>"
                + "</rdf:Seq></Container:Directory>"
        );

    /// <summary>For the map itself. Null when there is nothing to say.</summary>
    public byte[]? OfMap()
    {
        var (attributes, elements) = (new List<string>(), new List<string>());
        if (Figures.Any(adobe.ContainsKey))
        {
            attributes.Add($"xmlns:hdrgm=\"{Adobe}\" hdrgm:Version=\"1.0\"");
            foreach (var (name, values) in adobe.Where(figure => figure.Key != "Version"))
            {
                if (values is [var one])
                {
                    attributes.Add($"hdrgm:{name}=\"{one}\"");
                }
                else
                {
                    elements.Add(
                        $"<hdrgm:{name}><rdf:Seq>{string.Concat(values.Select(value => $"<rdf:li>{value}</rdf:li>"))}</rdf:Seq></hdrgm:{name}>"
                    );
                }
            }
        }

        if (IsApples)
        {
            attributes.Add($"xmlns:apdi=\"{ApplePixels}\" xmlns:HDRGainMap=\"{AppleMap}\"");
            attributes.AddRange(
                apple.Select(said =>
                    $"{(said.Key.StartsWith("HDR", StringComparison.Ordinal) ? "HDRGainMap" : "apdi")}:{said.Key}=\"{said.Value}\""
                )
            );
        }

        return attributes.Count == 0 ? null : Packet(string.Join(' ', attributes), string.Concat(elements));
    }

    private static byte[] Packet(string attributes, string elements) =>
        Encoding.UTF8.GetBytes(
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + $"<rdf:Description rdf:about=\"\" {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>"
        );

    private void Collect(XmlReader reader)
    {
        var inside = (Space: "", Name: "");
        for (var nodes = 0; nodes < MostNodes && reader.Read(); nodes++)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader is { NamespaceURI: Container, LocalName: "Item" })
                    {
                        items.Add([]);
                    }

                    // The values of a list are in elements of their own.
                    inside =
                        reader.IsEmptyElement || reader.NamespaceURI.Contains("rdf-syntax", StringComparison.Ordinal)
                            ? inside
                            : (reader.NamespaceURI, reader.LocalName);
                    while (reader.MoveToNextAttribute())
                    {
                        Keep(reader.NamespaceURI, reader.LocalName, reader.Value.Trim());
                    }

                    break;
                case XmlNodeType.Text:
                    Keep(inside.Space, inside.Name, reader.Value.Trim());
                    break;
                case XmlNodeType.EndElement when (reader.NamespaceURI, reader.LocalName) == inside:
                    inside = ("", "");
                    break;
            }
        }
    }

    private void Keep(string space, string name, string value)
    {
        const int mostChannels = 3;
        switch (space)
        {
            case Adobe
                when (name == "Version" && value == "1.0")
                    || (name == "BaseRenditionIsHDR" && value is "True" or "False")
                    || (Figures.Contains(name) && Figure().IsMatch(value)):
                if (!adobe.TryAdd(name, [value]) && Figures.Contains(name) && adobe[name].Count < mostChannels)
                {
                    adobe[name].Add(value);
                }

                break;
            case Item when items.Count > 0 && name is "Semantic" or "Mime" or "Length" or "Padding":
                items[^1].TryAdd(name, value);
                break;
            case AppleMap when name is "HDRGainMapVersion" or "HDRGainMapHeadroom" && Figure().IsMatch(value):
            case ApplePixels
                when (name is "StoredFormat" or "NativeFormat" && Figure().IsMatch(value))
                    || (name == "AuxiliaryImageType" && value == AppleKind):
                apple.TryAdd(name, value);
                break;
        }
    }

    [GeneratedRegex(
        @"^[+-]?[0-9]{1,12}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Figure();
}
