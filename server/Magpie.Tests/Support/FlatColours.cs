using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Magpie.Tests.Platform.Media.Inspection;

namespace Magpie.Tests.Support;

/// <summary>A space that numbers of colour may be meant in, by its primaries (for the D50 white of profiles) and its gamma.</summary>
internal sealed record ColourSpace(string Name, double Gamma, double[] Red, double[] Green, double[] Blue)
{
    public static readonly ColourSpace AdobeRgb = new(
        "Adobe RGB",
        563 / 256d,
        [0.60974, 0.31111, 0.01947],
        [0.20528, 0.62567, 0.06087],
        [0.14919, 0.06322, 0.74457]
    );
    public static readonly ColourSpace DisplayP3 = new(
        "Display P3",
        2.2,
        [0.51512, 0.24120, -0.00105],
        [0.29198, 0.69225, 0.04189],
        [0.15710, 0.06657, 0.78407]
    );

    /// <summary>The same colour in sRGB, clipped where sRGB does not have it.</summary>
    public (int Red, int Green, int Blue) ToSrgb(byte red, byte green, byte blue)
    {
        double[] linear = [.. new[] { red, green, blue }.Select(value => Math.Pow(value / 255d, Gamma))];
        double[] xyz = [.. Enumerable.Range(0, 3).Select(i => Red[i] * linear[0] + Green[i] * linear[1] + Blue[i] * linear[2])];
        return (
            Coded(3.13386 * xyz[0] - 1.61687 * xyz[1] - 0.49061 * xyz[2]),
            Coded(-0.97877 * xyz[0] + 1.91614 * xyz[1] + 0.03345 * xyz[2]),
            Coded(0.07195 * xyz[0] - 0.22899 * xyz[1] + 1.40524 * xyz[2])
        );

        static int Coded(double value) =>
            (int)Math.Round(255 * Math.Clamp(value <= 0.0031308 ? 12.92 * value : 1.055 * Math.Pow(value, 1 / 2.4) - 0.055, 0, 1));
    }

    /// <summary>An ICC profile of the second version: a matrix and one curve.</summary>
    public byte[] Profile()
    {
        byte[] curve = [.. "curv"u8, 0, 0, 0, 0, .. TinyMedia.U32(1), .. TinyMedia.U16((int)Math.Round(Gamma * 256)), 0, 0];
        (string Tag, byte[] Data)[] tags =
        [
            (
                "desc",
                [
                    .. "desc"u8,
                    0,
                    0,
                    0,
                    0,
                    .. TinyMedia.U32(Name.Length + 1),
                    .. Encoding.ASCII.GetBytes(Name),
                    0,
                    .. new byte[78 + (3 - Name.Length % 4 + 4) % 4],
                ]
            ),
            ("wtpt", Xyz([0.9642, 1, 0.8249])),
            ("rXYZ", Xyz(Red)),
            ("gXYZ", Xyz(Green)),
            ("bXYZ", Xyz(Blue)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
            ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "none"u8, 0, 0, 0, 0]),
        ];
        var at = 128 + 4 + 12 * tags.Length;
        var table = new List<byte>(TinyMedia.U32(tags.Length));
        var body = new List<byte>();
        foreach (var (tag, data) in tags)
        {
            byte[] padded = [.. data, .. new byte[(4 - data.Length % 4) % 4]];
            table.AddRange([.. Encoding.ASCII.GetBytes(tag), .. TinyMedia.U32(at + body.Count), .. TinyMedia.U32(data.Length)]);
            body.AddRange(padded);
        }

        var header = new byte[128];
        BinaryPrimitives.WriteInt32BigEndian(header, at + body.Count);
        TinyMedia.U32(0x02400000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz([0.9642, 1, 0.8249])[8..].CopyTo(header, 68);
        return [.. header, .. table, .. body];
    }

    private static byte[] Xyz(double[] values) =>
        [.. "XYZ "u8, 0, 0, 0, 0, .. values.SelectMany(value => TinyMedia.U32((long)Math.Round(value * 65536) & 0xFFFFFFFF))];
}

/// <summary>Pictures of four flat quarters, so that a colour can be asked for by its place.</summary>
internal static class FlatColours
{
    public static readonly (double X, double Y)[] Middles = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];

    /// <summary>An ICC profile of four inks by a table: the more ink the darker, and all of it grey.</summary>
    public static byte[] InkProfile()
    {
        byte[] straight = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        byte[] table =
        [
            .. "mft1"u8,
            0,
            0,
            0,
            0,
            4,
            3,
            2,
            0,
            .. Enumerable.Range(0, 9).SelectMany(i => TinyMedia.U32(i % 4 == 0 ? 0x10000 : 0)),
            .. straight,
            .. straight,
            .. straight,
            .. straight,
            .. Enumerable.Range(0, 16).SelectMany(inks => new[] { (byte)(255 - (60 * int.PopCount(inks))), (byte)128, (byte)128 }),
            .. straight,
            .. straight,
            .. straight,
        ];
        byte[] header =
        [
            .. new byte[8],
            .. TinyMedia.U32(0x02400000),
            .. "prtrCMYKLab "u8,
            .. new byte[12],
            .. "acsp"u8,
            .. new byte[28],
            0,
            0,
            0xF6,
            0xD6,
            0,
            1,
            0,
            0,
            0,
            0,
            0xD3,
            0x2D,
            .. new byte[48],
        ];
        byte[] profile = [.. header, .. TinyMedia.U32(1), .. "A2B0"u8, .. TinyMedia.U32(144), .. TinyMedia.U32(table.Length), .. table];
        TinyMedia.U32(profile.Length).CopyTo(profile, 0);
        return profile;
    }

    /// <param name="quarters">Top left, top right, bottom left, bottom right; RGBA, as 8 bits.</param>
    /// <param name="deep">Written with 16 bits, the low ones as noise.</param>
    public static byte[] Png(
        (byte Red, byte Green, byte Blue, byte Alpha)[] quarters,
        byte[]? profile = null,
        bool deep = false,
        int side = 64
    )
    {
        var raw = new List<byte>();
        for (var y = 0; y < side; y++)
        {
            raw.Add(0);
            for (var x = 0; x < side; x++)
            {
                var (red, green, blue, alpha) = quarters[(y * 2 / side * 2) + (x * 2 / side)];
                raw.AddRange(deep ? [red, 0x40, green, 0x40, blue, 0x40, alpha, alpha] : [red, green, blue, alpha]);
            }
        }

        return TinyMedia.Png(
            TinyMedia.PngHeader(side, side, (byte)(deep ? 16 : 8), color: 6),
            profile is null ? [] : TinyMedia.PngChunk("iCCP", [.. "profile"u8, 0, 0, .. Deflated(profile)]),
            TinyMedia.PngChunk("IDAT", Deflated([.. raw])),
            TinyMedia.PngChunk("IEND")
        );
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var deflate = new ZLibStream(output, CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }

        return output.ToArray();
    }
}
