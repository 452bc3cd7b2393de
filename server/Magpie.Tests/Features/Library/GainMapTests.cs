using System.Buffers.Binary;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Magpie.Tests.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>
/// A public copy of a photo keeps the picture that makes it bright, or that makes it two, and loses what both say of their maker.
/// </summary>
public sealed partial class GainMapTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const string Rdf =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/' x:xmptk='SECRET'><rdf:RDF "
        + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' ";
    private const string MapWords =
        Rdf
        + "xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' dc:source='SECRET' "
        + "hdrgm:Version='1.0' "
        + "hdrgm:GainMapMax='2.321928' hdrgm:HDRCapacityMax='2.321928' hdrgm:OffsetSDR='SECRET' hdrgm:BaseRenditionIsHDR='False'>"
        + "<hdrgm:Gamma><rdf:Seq><rdf:li>0.9</rdf:li><rdf:li>0.8</rdf:li><rdf:li>0.7</rdf:li></rdf:Seq></hdrgm:Gamma></rdf:Description></rdf:RDF></x:xmpmeta>";
    private const string AppleWords =
        Rdf
        + "xmlns:apdi='http://ns.apple.com/pixeldatainfo/1.0/' xmlns:HDRGainMap='http://ns.apple.com/HDRGainMap/1.0/' "
        + "xmlns:t='urn:t' t:By='SECRET'>"
        + "<apdi:AuxiliaryImageType>urn:com:apple:photo:2020:aux:hdrgainmap</apdi:AuxiliaryImageType><apdi:StoredFormat>1278226488</apdi:StoredFormat>"
        + "<HDRGainMap:HDRGainMapVersion>65536</HDRGainMap:HDRGainMapVersion><HDRGainMap:HDRGainMapHeadroom>4.8</HDRGainMap:HDRGainMapHeadroom></rdf:Description></rdf:RDF></x:xmpmeta>";

    private readonly TestFolder folder = new();
    private readonly HttpClient stranger = app.NewVisitor().Http;

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_Ultra_HDR_photo_stays_one(bool listedOnly)
    {
        var map = await PictureAsync(
            "map",
            "gray",
            "testsrc2=s=64x48",
            Xmp(MapWords),
            Iso([0, 0, 0, 1, 0x80, .. new byte[16 + 120], .. "SECRET"u8])
        );
        var whole = await WholeAsync(
            size => [.. Xmp(PictureWords(size)), .. Iso([0, 0, 0, 0])],
            [(0, map)],
            index: !listedOnly,
            behind: "ftypmp42 SECRET"u8.ToArray()
        );

        var (first, others) = await SharedAsync(whole);

        var words = Assert.Single(XmpOf(first));
        Assert.Contains("hdrgm:Version=\"1.0\"", words, StringComparison.Ordinal);
        Assert.Equal(
            Assert.Single(others).Length,
            int.Parse(LengthOfMap().Match(words).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
        );
        var figures = Assert.Single(XmpOf(others[0]));
        foreach (
            var figure in new[]
            {
                "GainMapMax=\"2.321928\"",
                "HDRCapacityMax=\"2.321928\"",
                "BaseRenditionIsHDR=\"False\"",
                "<rdf:li>0.9</rdf:li><rdf:li>0.8</rdf:li><rdf:li>0.7</rdf:li>",
            }
        )
        {
            Assert.Contains(figure, figures, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("OffsetSDR", figures, StringComparison.Ordinal);
        Assert.Equal((4, 5 + 16 + 120), (IsoOf(first).Length, IsoOf(others[0]).Length));
        await LooksLikeAsync(map, others[0]);
    }

    [Fact]
    public async Task A_photo_of_an_iPhone_keeps_its_own_kind_of_map()
    {
        var map = await PictureAsync("map", "gray", "testsrc2=s=64x48", Xmp(AppleWords));
        var matte = await PictureAsync(
            "matte",
            "gray",
            "testsrc=s=32x24",
            Xmp(AppleWords.Replace("hdrgainmap", "portraiteffectsmatte", StringComparison.Ordinal))
        );
        var whole = await WholeAsync(_ => [], [(0, matte), (0, map)], little: true);

        var (first, others) = await SharedAsync(whole);

        Assert.Empty(XmpOf(first));
        Assert.Equal(2, others.Count);
        var words = Assert.Single(XmpOf(others[0]));
        foreach (
            var said in new[]
            {
                "AuxiliaryImageType=\"urn:com:apple:photo:2020:aux:hdrgainmap\"",
                "HDRGainMapVersion=\"65536\"",
                "HDRGainMapHeadroom=\"4.8\"",
                "StoredFormat=\"1278226488\"",
            }
        )
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        Assert.Empty(XmpOf(others[1]));
        await LooksLikeAsync(map, others[0]);
        await LooksLikeAsync(matte, others[1]);
    }

    [Fact]
    public async Task A_second_view_stays_and_a_small_copy_of_the_first_goes()
    {
        var right = await PictureAsync("right", "yuvj420p", "testsrc2=s=128x96");
        var small = await PictureAsync("small", "yuvj420p", "testsrc=s=64x48");
        var whole = await WholeAsync(_ => [], [(0x010001, small), (0x020002, right)]);

        var (_, others) = await SharedAsync(whole);

        await LooksLikeAsync(right, Assert.Single(others));
    }

    [Fact]
    public async Task An_index_that_points_nowhere_costs_only_what_it_points_at()
    {
        var whole = await WholeAsync(_ => [], [(0, "no picture SECRET"u8.ToArray()), (0, [0xFF, 0xD8, 0xFF, 0xE1, 0xFF])]);

        var (first, others) = await SharedAsync(whole);

        Assert.Empty(others);
        Assert.Equal(-1, first.AsSpan().IndexOf("MPF\0"u8));
    }

    [Fact]
    public async Task The_video_of_a_living_photo_stays_behind()
    {
        var words =
            Rdf
            + "xmlns:GCamera='http://ns.google.com/photos/1.0/camera/' GCamera:MotionPhoto='1' "
            + "GCamera:MotionPhotoVersion='1'/></rdf:RDF></x:xmpmeta>";
        var whole = await WholeAsync(
            _ => Xmp(words),
            [],
            behind: [.. await File.ReadAllBytesAsync(FreeMedia.PathOf("rotated_90_gps.mp4"), Ct)]
        );

        var (first, others) = await SharedAsync(whole);

        Assert.Empty(others);
        Assert.Empty(XmpOf(first));
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string PictureWords(int length) =>
        Rdf
        + "xmlns:Container='http://ns.google.com/photos/1.0/container/' xmlns:Item='http://ns.google.com/photos/1.0/container/item/' "
        + "xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0'>"
        + "<Container:Directory><rdf:Seq><rdf:li rdf:parseType='Resource'><Container:Item Item:Semantic='Primary' "
        + "Item:Mime='image/jpeg'/></rdf:li>"
        + "<rdf:li rdf:parseType='Resource'><Container:Item Item:Semantic='GainMap' Item:Mime='image/jpeg' "
        + $"Item:Length='{length}'/></rdf:li>"
        + "<rdf:li rdf:parseType='Resource'><Container:Item Item:Semantic='MotionPhoto' Item:Mime='video/mp4' "
        + "Item:Length='15'/></rdf:li></rdf:Seq></Container:Directory></rdf:Description></rdf:RDF></x:xmpmeta>";

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. TinyMedia.U16(content.Length + 2), .. content];

    private static byte[] Xmp(string packet) => Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(packet)]);

    private static byte[] Iso(byte[] block) => Segment(0xE2, [.. "urn:iso:std:iso:ts:21496:-1\0"u8, .. block]);

    private static List<string> XmpOf(byte[] jpeg) =>
        [.. SegmentsOf(jpeg, 0xE1, "http://ns.adobe.com/xap/1.0/\0"u8.ToArray()).Select(Encoding.UTF8.GetString)];

    private static byte[] IsoOf(byte[] jpeg) => Assert.Single(SegmentsOf(jpeg, 0xE2, "urn:iso:std:iso:ts:21496:-1\0"u8.ToArray()));

    private static List<byte[]> SegmentsOf(byte[] jpeg, byte marker, byte[] mark)
    {
        var found = new List<byte[]>();
        for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            var content = jpeg.AsSpan(at + 4, BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)) - 2);
            if (jpeg[at + 1] == marker && content.StartsWith(mark))
            {
                found.Add(content[mark.Length..].ToArray());
            }
        }

        return found;
    }

    /// <summary>With a place of its own, and these segments.</summary>
    private async Task<byte[]> PictureAsync(string name, string pixels, string source, params byte[][] segments)
    {
        var path = Path.Combine(folder.Path, $"{name}.jpg");
        await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-frames:v", "1", "-pix_fmt", pixels, path);
        await Tools.RunAsync(
            "exiftool",
            "-q",
            "-overwrite_original",
            "-Make=SECRET",
            "-GPSLatitude=52.52",
            "-GPSLatitudeRef=N",
            "-Comment=SECRET",
            path
        );
        var jpeg = await File.ReadAllBytesAsync(path, Ct);
        return [.. jpeg[..2], .. segments.SelectMany(segment => segment), .. jpeg[2..]];
    }

    /// <summary>A first picture, the others behind it, an index of them in its own words, and something behind all.</summary>
    private async Task<byte[]> WholeAsync(
        Func<int, byte[]> words,
        (int Kind, byte[] Bytes)[] others,
        bool index = true,
        bool little = false,
        byte[]? behind = null
    )
    {
        var first = await PictureAsync("first", "yuvj420p", "testsrc2=s=128x96", words(others.FirstOrDefault().Bytes?.Length ?? 0));
        if (index && others.Length > 0)
        {
            const int toBlock = 10;
            var entries = new List<byte>([.. Number(0x030000), .. Number(0), .. Number(0), 0, 0, 0, 0]);
            var at = first.Length + toBlock - 2 + 26 + 16 * (others.Length + 1) - toBlock;
            foreach (var (kind, bytes) in others)
            {
                entries.AddRange([.. Number(kind), .. Number(bytes.Length), .. Number(at), 0, 0, 0, 0]);
                at += bytes.Length;
            }

            byte[] block =
            [
                .. little ? "II*\0"u8 : "MM\0*"u8,
                .. Number(8),
                .. Short(1),
                .. Short(0xB002),
                .. Short(7),
                .. Number(entries.Count),
                .. Number(26),
                .. Number(0),
                .. entries,
            ];
            first = [.. first[..2], .. Segment(0xE2, [.. "MPF\0"u8, .. block]), .. first[2..]];
        }

        return [.. first, .. others.SelectMany(other => other.Bytes), .. behind ?? []];

        byte[] Number(int value) => little ? BitConverter.GetBytes(value) : TinyMedia.U32(value);
        byte[] Short(int value) => little ? BitConverter.GetBytes((ushort)value) : TinyMedia.U16(value);
    }

    /// <summary>What a stranger is given: it says nothing, its index is right to the byte, and its first picture looks the same.</summary>
    private async Task<(byte[] First, List<byte[]> Others)> SharedAsync(byte[] whole)
    {
        var path = Path.Combine(folder.Path, "whole.jpg");
        await File.WriteAllBytesAsync(path, whole, Ct);
        var asset = await app.Owner.AddAssetAsync(path, $"{Guid.NewGuid():n}.jpg");
        using var link = await app.Owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetString()}/link", null, Ct);
        var clean = await stranger.GetByteArrayAsync(
            (await link.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("url").GetString(),
            Ct
        );
        Assert.Equal(-1, clean.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(-1, clean.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(-1, clean.AsSpan().IndexOf("ftyp"u8));
        await LooksLikeAsync(whole, clean);

        if (SegmentsOf(clean, 0xE2, "MPF\0"u8.ToArray()) is not [var block])
        {
            return (clean, []);
        }

        var begin = clean.AsSpan().IndexOf("MPF\0"u8) + 4;
        var count = BinaryPrimitives.ReadInt32BigEndian(block.AsSpan(30));
        var pictures = Enumerable
            .Range(0, count)
            .Select(i =>
                (
                    At: BinaryPrimitives.ReadInt32BigEndian(block.AsSpan(50 + 16 * i + 8)),
                    Length: BinaryPrimitives.ReadInt32BigEndian(block.AsSpan(50 + 16 * i + 4))
                )
            )
            .ToList();
        var end = pictures[0].Length;
        foreach (var (at, length) in pictures.Skip(1))
        {
            Assert.Equal(end, begin + at);
            end += length;
        }

        Assert.Equal(clean.Length, end);
        var second = Path.Combine(folder.Path, "clean.jpg");
        await File.WriteAllBytesAsync(second, clean, Ct);
        Assert.Equal(
            clean[(begin + pictures[1].At)..(begin + pictures[1].At + pictures[1].Length)],
            await Ffmpeg.RunAsync("exiftool", "-b", "-MPImage2", second)
        );
        return (
            clean[..pictures[0].Length],
            [.. pictures.Skip(1).Select(picture => clean[(begin + picture.At)..(begin + picture.At + picture.Length)])]
        );
    }

    private async Task LooksLikeAsync(byte[] expected, byte[] seen) => Assert.Equal(await FrameAsync(expected), await FrameAsync(seen));

    private async Task<string> FrameAsync(byte[] jpeg)
    {
        var path = Path.Combine(folder.Path, "frame.jpg");
        await File.WriteAllBytesAsync(path, jpeg, Ct);
        return (
            await Tools.RunAsync(
                "ffmpeg",
                "-v",
                "fatal",
                "-f",
                "jpeg_pipe",
                "-i",
                path,
                "-frames:v",
                "1",
                "-f",
                "framehash",
                "-hash",
                "md5",
                "-"
            )
        )
            .Split(',')[^1]
            .Trim();
    }

    [GeneratedRegex("Item:Semantic=\"GainMap\" Item:Mime=\"image/jpeg\" Item:Length=\"([0-9]+)\"")]
    private static partial Regex LengthOfMap();
}
