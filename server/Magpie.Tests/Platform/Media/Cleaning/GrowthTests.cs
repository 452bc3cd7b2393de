using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Magpie.Model.Media;
using Magpie.Platform.Media.Cleaning;
using Magpie.Tests.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Cleaning;

/// <summary>A small file that names the same bytes again and again is not copied as often as it names them.</summary>
[RunsOnce]
public sealed class GrowthTests : IDisposable
{
    private const int CurveBytes = 2000;

    private static readonly string[] Tables = ["A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2"];

    private readonly TestFolder folder = new();

    [Fact]
    public void A_profile_whose_tags_lie_over_one_another_is_dropped() =>
        Assert.Null(IccProfile.WithoutWords(Profile(Table(32, 0, 0, 0, 0), shorter: 1)));

    [Fact]
    public void A_table_whose_stages_lie_over_one_another_is_dropped() =>
        Assert.Null(IccProfile.WithoutWords(Profile(Table(32, 0, 0, 0, 32 + CurveBytes), shorter: 0)));

    [Fact]
    public void Tags_and_stages_that_share_the_same_bytes_go_on_sharing_them()
    {
        var shared = Profile(Table(32, 0, 32, 0, 32), shorter: 0);

        var clean = IccProfile.WithoutWords(shared);

        Assert.NotNull(clean);
        Assert.InRange(clean.Length, shared.Length / 2, shared.Length + 512);
        Assert.Equal(clean, IccProfile.WithoutWords(clean));
    }

    [Fact]
    public async Task A_packed_profile_that_unpacks_to_more_than_any_real_one_is_dropped()
    {
        byte[] profile = [.. Profile(Table(32, 0, 0, 0, 0), shorter: 0), .. new byte[5 << 20]];
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        using var packed = new MemoryStream();
        await using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(profile);
        }

        var clean = await CleanAsync(
            MediaFormat.Png,
            TinyMedia.Png(
                TinyMedia.PngHeader(),
                TinyMedia.PngChunk("iCCP", [.. "x\0\0"u8, .. packed.ToArray()]),
                TinyMedia.PngData(),
                TinyMedia.PngChunk("IEND")
            )
        );

        Assert.Equal(-1, clean.AsSpan().IndexOf("iCCP"u8));
    }

    [Theory, InlineData(1, 15, 0), InlineData(100, 15, 0), InlineData(1, 15, 1), InlineData(1, 1, 0)]
    public async Task A_picture_that_an_index_names_again_and_again_is_copied_once(int lists, int times, int shorter)
    {
        var (first, second) = (FreeMedia.BytesOf("coast.jpg"), TinyMedia.Jpeg(scans: 2000));
        var length = Index(lists, times, shorter, 0, 0).Length;
        const int begin = 10;
        var block = Index(lists, times, shorter, first.Length + length + 8 - begin, second.Length);
        byte[] whole = [.. first[..2], 0xFF, 0xE2, .. TinyMedia.U16(block.Length + 6), .. "MPF\0"u8, .. block, .. first[2..], .. second];

        var clean = await CleanAsync(MediaFormat.Jpeg, whole);

        Assert.InRange(clean.Length, second.Length + first.Length / 2, whole.Length + 100);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A table of three curves at offset 32, and room behind them.</summary>
    private static byte[] Table(params int[] stages)
    {
        byte[] curve = [.. "curv"u8, 0, 0, 0, 0, .. TinyMedia.U32((CurveBytes - 12) / 2), .. new byte[CurveBytes - 12]];
        return [.. "mAB "u8, 0, 0, 0, 0, 3, 3, 0, 0, .. stages.SelectMany(at => TinyMedia.U32(at)), .. curve, .. curve, .. curve, .. curve];
    }

    /// <param name="shorter">How much each tag that names the table is shorter than the one before.</param>
    private static byte[] Profile(byte[] table, int shorter)
    {
        var at = 132 + 12 * Tables.Length;
        byte[] header =
        [
            .. TinyMedia.U32(at + table.Length),
            0,
            0,
            0,
            0,
            4,
            0,
            0,
            0,
            .. "mntrRGB XYZ "u8,
            .. new byte[12],
            .. "acsp"u8,
            .. new byte[88],
            .. TinyMedia.U32(Tables.Length),
        ];
        return
        [
            .. header,
            .. Tables.SelectMany(
                (name, i) => (byte[])[.. Encoding.ASCII.GetBytes(name), .. TinyMedia.U32(at), .. TinyMedia.U32(table.Length - i * shorter)]
            ),
            .. table,
        ];
    }

    /// <param name="shorter">How much each picture is shorter than the one before.</param>
    private static byte[] Index(int lists, int times, int shorter, int at, int length)
    {
        var behind = 10 + 12 * lists + 4;
        return
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            .. TinyMedia.U16(lists),
            .. Enumerable
                .Repeat((byte[])[0xB0, 2, 0, 7, .. TinyMedia.U32(16 * (times + 1)), .. TinyMedia.U32(behind)], lists)
                .SelectMany(entry => entry),
            0,
            0,
            0,
            0,
            .. new byte[16],
            .. Enumerable
                .Range(0, times)
                .SelectMany(i => (byte[])[0, 0, 0, 0, .. TinyMedia.U32(length - i * shorter), .. TinyMedia.U32(at), 0, 0, 0, 0]),
        ];
    }

    private async Task<byte[]> CleanAsync(MediaFormat format, byte[] bytes)
    {
        var (from, to) = (Path.Combine(folder.Path, "said"), Path.Combine(folder.Path, "clean"));
        await File.WriteAllBytesAsync(from, bytes, TestContext.Current.CancellationToken);
        PictureCleaner.Clean(format, from, to);
        return await File.ReadAllBytesAsync(to, TestContext.Current.CancellationToken);
    }
}
