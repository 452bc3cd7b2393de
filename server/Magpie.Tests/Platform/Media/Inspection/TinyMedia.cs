using System.Buffers.Binary;
using System.Text;
using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Tests.Platform.Media.Inspection;

/// <summary>
/// The smallest files that are built right, byte by byte, for tests to break one thing at a time. Their pictures are not meant to
/// decode: the structure is what is looked at.
/// </summary>
internal static class TinyMedia
{
    public static byte[] Of(MediaFormat format) =>
        format switch
        {
            MediaFormat.Jpeg => Jpeg(),
            MediaFormat.Png => Png(),
            MediaFormat.Gif => Gif(),
            MediaFormat.Webp => Webp(),
            MediaFormat.Mp4 => Mp4(),
            MediaFormat.Mov => Mp4(brand: "qt  "),
            MediaFormat.Webm => Webm(),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    public static byte[] Jpeg(int width = 16, int height = 8, int scans = 1, byte frameHeader = 0xC0, bool end = true)
    {
        byte[] scan = [0xFF, 0xDA, .. U16(8), 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];
        return
        [
            0xFF,
            0xD8,
            0xFF,
            0xE0,
            .. U16(16),
            .. "JFIF\0"u8,
            1,
            1,
            0,
            0,
            1,
            0,
            1,
            0,
            0,
            0xFF,
            frameHeader,
            .. U16(11),
            8,
            .. U16(height),
            .. U16(width),
            1,
            1,
            0x11,
            0,
            .. Enumerable.Repeat(scan, scans).SelectMany(bytes => bytes),
            .. end ? [0xFF, 0xD9] : Array.Empty<byte>(),
        ];
    }

    public static byte[] Png(params byte[][] chunks) =>
        [
            0x89,
            .. "PNG\r\n\x1A\n"u8,
            .. (chunks.Length > 0 ? chunks : [PngHeader(), PngData(), PngChunk("IEND")]).SelectMany(chunk => chunk),
        ];

    public static byte[] PngHeader(int width = 16, int height = 8, byte depth = 8, byte color = 2, byte interlace = 0) =>
        PngChunk("IHDR", [.. U32(width), .. U32(height), depth, color, 0, 0, interlace]);

    public static byte[] PngData() => PngChunk("IDAT", [0x78, 0x9C, 1, 2, 3, 4, 5, 6]);

    public static byte[] PngFrame(int width = 16, int height = 8, int left = 0) =>
        PngChunk("fcTL", [.. U32(0), .. U32(width), .. U32(height), .. U32(left), .. U32(0), .. U16(1), .. U16(10), 0, 0]);

    public static byte[] PngChunk(string type, params byte[] data)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(type), .. data];
        return [.. U32(data.Length), .. named, .. U32((int)~Crc32.Append(Crc32.Start, named))];
    }

    public static byte[] Gif(int width = 16, int height = 8, int frames = 1, byte[]? frame = null, bool end = true) =>
        [
            .. "GIF89a"u8,
            .. L16(width),
            .. L16(height),
            0x80,
            0,
            0,
            0,
            0,
            0,
            255,
            255,
            255,
            .. Enumerable.Repeat(frame ?? GifFrame(), frames).SelectMany(bytes => bytes),
            .. end ? [0x3B] : Array.Empty<byte>(),
        ];

    public static byte[] GifFrame(int width = 16, int height = 8, int left = 0, byte codeSize = 2) =>
        [
            0x21,
            0xF9,
            4,
            0,
            10,
            0,
            0,
            0,
            0x2C,
            .. L16(left),
            .. L16(0),
            .. L16(width),
            .. L16(height),
            0,
            codeSize,
            3,
            0x4C,
            1,
            2,
            2,
            8,
            9,
            0,
        ];

    public static byte[] Webp(params byte[][] chunks)
    {
        var body = (chunks.Length > 0 ? chunks : [WebpLossy()]).SelectMany(chunk => chunk).ToArray();
        return [.. "RIFF"u8, .. L32(body.Length + 4), .. "WEBP"u8, .. body];
    }

    public static byte[] WebpLossy(int width = 16, int height = 8) =>
        RiffChunk("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. L16(width), .. L16(height), 1, 2, 3, 4]);

    public static byte[] WebpLossless(int width = 16, int height = 8) =>
        RiffChunk("VP8L", [0x2F, .. L32((width - 1) | ((height - 1) << 14)), 1, 2, 3]);

    public static byte[] WebpCanvas(int width = 16, int height = 8) =>
        RiffChunk("VP8X", [2, 0, 0, 0, .. L24(width - 1), .. L24(height - 1)]);

    public static byte[] WebpFrame(int width = 16, int height = 8, int left = 0, byte[]? picture = null) =>
        RiffChunk(
            "ANMF",
            [.. L24(left / 2), .. L24(0), .. L24(width - 1), .. L24(height - 1), .. L24(40), 0, .. picture ?? WebpLossy(width, height)]
        );

    public static byte[] RiffChunk(string type, params byte[] data) =>
        [.. Encoding.Latin1.GetBytes(type), .. L32(data.Length), .. data, .. data.Length % 2 == 1 ? [0] : Array.Empty<byte>()];

    public static byte[] Mp4(string brand = "isom", byte[]? track = null, byte[]? media = null)
    {
        var file = Box("ftyp", [.. Encoding.Latin1.GetBytes(brand), .. U32(512), .. "isom"u8]);
        return [.. file, .. media ?? Box("mdat", new byte[64]), .. Moov(track ?? Mp4Track(mediaAt: file.Length + 8))];
    }

    public static byte[] Moov(params byte[][] boxes) =>
        Box(
            "moov",
            [
                .. Box("mvhd", [.. U32(0), .. U32(0), .. U32(0), .. U32(1000), .. U32(1000), .. new byte[80]]),
                .. boxes.SelectMany(box => box),
            ]
        );

    public static byte[] Mp4Track(
        string handler = "vide",
        string coding = "avc1",
        int mediaAt = 28,
        int id = 1,
        int timeScale = 1000,
        int samples = 2,
        byte[]? reference = null,
        byte[]? inDescription = null,
        byte[]? chunkOffsets = null,
        byte[]? sizes = null,
        int width = 16,
        int height = 8,
        string? otherCoding = null
    )
    {
        byte[] description =
        [
            .. new byte[6],
            .. U16(1),
            .. new byte[16],
            .. U16(width),
            .. U16(height),
            .. new byte[50],
            .. inDescription ?? [],
        ];
        var table = Box(
            "stbl",
            [
                .. Box(
                    "stsd",
                    [
                        .. U32(0),
                        .. U32(otherCoding is null ? 1 : 2),
                        .. Box(coding, description),
                        .. otherCoding is null ? [] : Box(otherCoding, description),
                    ]
                ),
                .. Box("stts", [.. U32(0), .. U32(1), .. U32(samples), .. U32(500)]),
                .. Box("stsc", [.. U32(0), .. U32(1), .. U32(1), .. U32(samples), .. U32(1)]),
                .. sizes
                    ?? Box(
                        "stsz",
                        [.. U32(0), .. U32(0), .. U32(samples), .. Enumerable.Repeat(U32(10), samples).SelectMany(size => size)]
                    ),
                .. chunkOffsets ?? Box("stco", [.. U32(0), .. U32(samples > 0 ? 1 : 0), .. samples > 0 ? U32(mediaAt) : []]),
            ]
        );
        return Box(
            "trak",
            [
                .. Box("tkhd", [.. U32(3), .. U32(0), .. U32(0), .. U32(id), .. new byte[68]]),
                .. Box(
                    "mdia",
                    [
                        .. Box("mdhd", [.. U32(0), .. U32(0), .. U32(0), .. U32(timeScale), .. U32(1000), .. U32(0)]),
                        .. Box("hdlr", [.. U32(0), .. U32(0), .. Encoding.Latin1.GetBytes(handler), .. new byte[13]]),
                        .. Box(
                            "minf",
                            [.. Box("dinf", Box("dref", [.. U32(0), .. U32(1), .. reference ?? Box("url ", U32(1))])), .. table]
                        ),
                    ]
                ),
            ]
        );
    }

    public static byte[] Moof(int track = 1, int samples = 2) =>
        Box("moof", Box("traf", [.. Box("tfhd", [.. U32(0), .. U32(track)]), .. Box("trun", [.. U32(0), .. U32(samples)])]));

    public static byte[] Box(string type, params byte[] body) => [.. U32(body.Length + 8), .. Encoding.Latin1.GetBytes(type), .. body];

    public static byte[] Webm(string docType = "webm", byte[]? tracks = null, byte[]? cluster = null, bool sizesKnown = true)
    {
        byte[] body =
        [
            .. tracks ?? Element(0x1654AE6B, WebmTrack()),
            .. cluster ?? Element(0x1F43B675, [.. Element(0xE7, 0), .. WebmBlock()]),
        ];
        return
        [
            .. Element(0x1A45DFA3, Element(0x4282, Encoding.Latin1.GetBytes(docType))),
            .. sizesKnown ? Element(0x18538067, body) : [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. body],
        ];
    }

    public static byte[] WebmTrack(byte type = 1, string codec = "V_VP8", byte[]? more = null, int width = 16, int height = 8) =>
        Element(
            0xAE,
            [
                .. Element(0xD7, 1),
                .. Element(0x83, type),
                .. Element(0x86, Encoding.Latin1.GetBytes(codec)),
                .. Element(0xE0, [.. Element(0xB0, U32(width)), .. Element(0xBA, U32(height))]),
                .. more ?? [],
            ]
        );

    public static byte[] WebmBlock(byte track = 0x81, byte[]? picture = null) =>
        Element(0xA3, [track, 0, 0, 0x80, .. picture ?? [0x10, 0, 0, 0x9D, 0x01, 0x2A, 16, 0, 8, 0]]);

    public static byte[] Element(uint id, params byte[] body)
    {
        var named =
            id > 0xFFFFFF ? U32((int)id)
            : id > 0xFF ? U16((int)id)
            : [(byte)id];
        return [.. named, 0x10, .. U32(body.Length)[1..], .. body];
    }

    public static byte[] U16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] U32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    private static byte[] L16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] L24(int value) => [.. L16(value), (byte)(value >> 16)];

    private static byte[] L32(int value) => [.. L24(value), (byte)(value >> 24)];
}
