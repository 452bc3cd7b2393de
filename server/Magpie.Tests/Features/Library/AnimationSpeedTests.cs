using System.Buffers.Binary;
using Magpie.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>
/// An animation lasts, and its previews move, as browsers play it: what asks for ten thousandths of a second or less gets a hundred.
/// </summary>
public sealed class AnimationSpeedTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 1.0)]
    [InlineData(new[] { 1, 1, 1, 1 }, 0.4)]
    [InlineData(new[] { 2, 2, 2, 2, 2 }, 0.1)]
    [InlineData(new[] { 0, 50, 1, 3, 2 }, 0.75)]
    public async Task A_GIF_by_its_hundredths(int[] delays, double seconds)
    {
        var gif = await MakeAsync("gif", delays.Length);
        var frame = 0;
        for (var at = 0; at < gif.Length - 8; at++)
        {
            if (gif.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[0x21, 0xF9, 4]))
            {
                BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(at + 4), (ushort)delays[frame++]);
            }
        }

        Assert.Equal(delays.Length, frame);
        await LastsAsync("speed.gif", gif, seconds, delays.Select(delay => delay <= 1 ? 100 : delay * 10));
    }

    /// <summary>What it says of a text, which no browser draws, is not of the frame behind it.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_GIF_that_says_nothing_of_its_speed(bool hasText)
    {
        var gif = await MakeAsync("gif", 5);
        var silent = new List<byte>();
        for (var at = 0; at < gif.Length; at++)
        {
            if (gif.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[0x21, 0xF9, 4]))
            {
                silent.AddRange(
                    hasText ? [0x21, 0xF9, 4, 0, 200, 0, 0, 0, 0x21, 0x01, 12, .. new byte[12], 1, (byte)'x', 0] : Array.Empty<byte>()
                );
                at += 7;
                continue;
            }

            silent.Add(gif[at]);
        }

        await LastsAsync("silent.gif", [.. silent], 0.5, Enumerable.Repeat(100, 5));
    }

    [Theory, InlineData(new[] { 0, 10, 11, 40, 200 }, 0.451), InlineData(new[] { 5, 5 }, 0.2)]
    public async Task A_WebP_by_its_thousandths(int[] delays, double seconds)
    {
        var webp = await MakeAsync("webp", delays.Length);
        var frame = 0;
        for (var at = 12; at + 8 <= webp.Length; )
        {
            if (webp.AsSpan(at).StartsWith("ANMF"u8))
            {
                webp[at + 20] = (byte)delays[frame++];
                webp.AsSpan(at + 21, 2).Clear();
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            at += 8 + length + (length & 1);
        }

        Assert.Equal(delays.Length, frame);
        await LastsAsync("speed.webp", webp, seconds, delays.Select(delay => delay <= 10 ? 100 : delay));
    }

    [Fact]
    public async Task A_PNG_by_its_fractions_and_a_unit_of_none_is_a_hundredth()
    {
        (int Over, int Under)[] delays = [(0, 1000), (1, 100), (0, 0), (1, 2), (5, 1000), (20, 1000), (50, 0), (1, 1000), (1, 25)];
        var png = await MakeAsync("apng", delays.Length);
        var frame = 0;
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4).StartsWith("fcTL"u8))
            {
                BinaryPrimitives.WriteUInt16BigEndian(png.AsSpan(at + 28), (ushort)delays[frame].Over);
                BinaryPrimitives.WriteUInt16BigEndian(png.AsSpan(at + 30), (ushort)delays[frame++].Under);
                BinaryPrimitives.WriteUInt32BigEndian(
                    png.AsSpan(at + 8 + length),
                    ~Crc32.Append(Crc32.Start, png.AsSpan(at + 4, length + 4))
                );
            }

            at += length + 12;
        }

        Assert.Equal(delays.Length, frame);
        await LastsAsync("speed.png", png, 1.56, [100, 100, 100, 500, 100, 20, 500, 100, 40]);
    }

    public void Dispose() => folder.Dispose();

    private async Task<byte[]> MakeAsync(string format, int frames)
    {
        var path = Path.Combine(folder.Path, $"made.{format}");
        string[] coder = format switch
        {
            "webp" => ["-c:v", "libwebp_anim", "-loop", "0"],
            "apng" => ["-f", "apng", "-plays", "0"],
            _ => ["-loop", "0"],
        };
        await Ffmpeg.RunAsync(
            "ffmpeg",
            ["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=96x64:r=5:d=10", "-frames:v", $"{frames}", .. coder, path]
        );
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }

    /// <summary>All frames together take so long, and each of a preview what a browser gives it, in thousandths.</summary>
    private async Task LastsAsync(string name, byte[] bytes, double seconds, IEnumerable<int> shown)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        var asset = await app.Owner.AddAssetAsync(path);

        Assert.Equal(seconds, asset.GetProperty("durationSeconds").GetDouble(), 3);
        foreach (var kind in new[] { "preview", "hover" })
        {
            var url = asset
                .GetProperty("renditions")
                .EnumerateArray()
                .Single(r => r.GetProperty("kind").GetString() == kind)
                .GetProperty("url")
                .GetString();
            var made = WebpFile.Read(await app.Owner.Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken));
            Assert.Equal(seconds, made.Seconds, 2);
            Assert.All(shown.Zip(made.Delays), frame => Assert.InRange(frame.Second - frame.First, -2, 2));
        }
    }
}
