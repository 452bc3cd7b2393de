using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Media;

/// <summary>The files that are handed out for publishing, looked at pixel by pixel.</summary>
[RunsOnce]
public sealed class PublishMediaTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const int Tolerance = 8;

    private static readonly (byte Red, byte Green, byte Blue, byte Alpha)[] Quarters =
    [
        (200, 60, 60, 255),
        (60, 180, 90, 255),
        (40, 70, 190, 255),
        (128, 128, 128, 255),
    ];

    private readonly TestFolder folder = new();

    private MediaProcessor Studio => app.Services.GetRequiredService<MediaProcessor>();

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_crop_keeps_its_part_and_nothing_else(int quarter)
    {
        var source = Write("quarters.png", FlatColours.Png(Quarters, side: 128));
        var crop = new Crop(quarter % 2 * 0.5, quarter / 2 * 0.5, 0.5, 0.5);

        var file = await PublishAsync(source, MediaFormat.Png, new(MediaFormat.Png, 1000, 128, 128), crop, trim: null, Rule("jpeg"));

        Assert.Equal((MediaFormat.Jpeg, 64, 64), (file.Format, file.Width, file.Height));
        var pixels = await Ffmpeg.PixelsAsync(file.Path, 64, 64);
        foreach (var (x, y) in FlatColours.Middles)
        {
            IsNear(Quarters[quarter], pixels.At(x, y));
        }
    }

    [Fact]
    public async Task Colours_of_another_space_become_those_of_ordinary_screens_and_the_profile_goes()
    {
        var source = Write("wide.png", FlatColours.Png(Quarters, ColourSpace.DisplayP3.Profile(), side: 128));

        var file = await PublishAsync(source, MediaFormat.Png, new(MediaFormat.Png, 1000, 128, 128), crop: null, trim: null, Rule("jpeg"));

        var pixels = await Ffmpeg.PixelsAsync(file.Path, 128, 128);
        for (var i = 0; i < Quarters.Length; i++)
        {
            var (red, green, blue) = ColourSpace.DisplayP3.ToSrgb(Quarters[i].Red, Quarters[i].Green, Quarters[i].Blue);
            IsNear(((byte)red, (byte)green, (byte)blue, 255), pixels.At(FlatColours.Middles[i].X, FlatColours.Middles[i].Y));
        }

        Assert.DoesNotContain(
            "ICC_PROFILE",
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.Path)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_picture_that_lies_on_its_side_is_stood_up_before_it_is_cut_and_says_nothing_of_its_place()
    {
        var upright = await PublishAsync(
            FreeMedia.PathOf("orientation_6.jpg"),
            MediaFormat.Jpeg,
            await SpecAsync("orientation_6.jpg"),
            crop: null,
            trim: null,
            Rule("jpeg")
        );
        var (width, height) = (upright.Width, upright.Height);
        var top = await PublishAsync(
            FreeMedia.PathOf("orientation_6.jpg"),
            MediaFormat.Jpeg,
            await SpecAsync("orientation_6.jpg"),
            new(0, 0, 1, 0.5),
            trim: null,
            Rule("jpeg")
        );

        Assert.Equal((width, height / 2), (top.Width, top.Height));
        var (whole, part) = (await Ffmpeg.PixelsAsync(upright.Path, width, height), await Ffmpeg.PixelsAsync(top.Path, width, height / 2));
        foreach (var (x, y) in FlatColours.Middles)
        {
            var (red, green, blue, alpha) = whole.At(x, y / 2);
            IsNear(((byte)red, (byte)green, (byte)blue, (byte)alpha), part.At(x, y), 16);
        }
    }

    [Fact]
    public async Task What_is_too_many_bytes_is_made_to_fit()
    {
        var source = FreeMedia.PathOf("coast.jpg");
        var spec = await SpecAsync("coast.jpg");
        var file = await PublishAsync(source, MediaFormat.Jpeg, spec, crop: null, trim: null, Rule("jpeg", maxBytes: 20_000));
        Assert.InRange(new FileInfo(file.Path).Length, 1, 20_000);
        Assert.Equal((double)spec.Width! / spec.Height!.Value, (double)file.Width / file.Height, 1);
    }

    [Theory, InlineData("odd_size.webm"), InlineData("hevc.mov"), InlineData("rotated_90_gps.mp4")]
    public async Task A_video_becomes_upright_H264_with_AAC_in_an_MP4_that_has_the_length_of_its_trim(string name)
    {
        var spec = await SpecAsync(name);
        var trim = new Trim(0.2, 0.7);
        var crop = new Crop(0, 0, 1, 0.5);

        var file = await PublishAsync(FreeMedia.PathOf(name), spec.Format, spec, crop, trim, Rule("mp4"));

        var report = await Ffmpeg.ProbeAsync(file.Path);
        var streams = report.GetProperty("streams").EnumerateArray().ToList();
        var picture = streams.Single(stream => stream.GetProperty("codec_type").GetString() == "video");
        Assert.Equal(("h264", "yuv420p"), (picture.GetProperty("codec_name").GetString(), picture.GetProperty("pix_fmt").GetString()));
        Assert.All(streams, stream => Assert.True(stream.GetProperty("codec_name").GetString() is "h264" or "aac"));
        Assert.False(picture.TryGetProperty("side_data_list", out _));
        var (width, height) = (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32());
        Assert.Equal((file.Width, file.Height), (width, height));
        Assert.InRange(width, spec.Width!.Value - 2, spec.Width.Value + 2);
        Assert.InRange(height, spec.Height!.Value / 2 - 2, spec.Height.Value / 2 + 2);
        Assert.InRange(
            double.Parse(
                report.GetProperty("format").GetProperty("duration").GetString()!,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            0.4,
            0.65
        );
        Assert.False(
            report.GetProperty("format").TryGetProperty("tags", out var tags)
                && tags.ToString().Contains("location", StringComparison.OrdinalIgnoreCase)
        );
    }

    public void Dispose() => folder.Dispose();

    private async Task<MediaSpec> SpecAsync(string name)
    {
        var asset = await app.Owner.WaitUntilUnderstoodAsync(await app.Owner.UploadAsync(FreeMedia.PathOf(name)));
        return new(
            Enum.Parse<MediaFormat>(asset.GetProperty("format").GetString()!, ignoreCase: true),
            asset.GetProperty("bytes").GetInt64(),
            asset.GetProperty("width").GetInt32(),
            asset.GetProperty("height").GetInt32(),
            asset.GetProperty("durationSeconds").ValueKind is System.Text.Json.JsonValueKind.Number
                ? asset.GetProperty("durationSeconds").GetDouble()
                : null,
            VideoCodec: asset.GetProperty("videoCodec").GetString(),
            AudioCodec: asset.GetProperty("audioCodec").GetString()
        );
    }

    private async Task<PublishedMedia> PublishAsync(
        string path,
        MediaFormat format,
        MediaSpec spec,
        Crop? crop,
        Trim? trim,
        SurfaceRule rule
    )
    {
        var output = Directory.CreateDirectory(Path.Combine(folder.Path, $"{Guid.NewGuid():n}")).FullName;
        var (file, trouble) = await Studio.PublishAsync(
            format,
            Path.GetFileName(path),
            path,
            output,
            PublishPlan.For(spec, crop, trim, rule),
            TestContext.Current.CancellationToken
        );
        Assert.Null(trouble);
        return file!;
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static SurfaceRule Rule(string format, long? maxBytes = null) =>
        new(new(0, "instagram", "feed", "Instagram", "Instagram feed"), format is "mp4" ? MediaKind.Video : MediaKind.Image)
        {
            Formats = [format],
            MaxBytes = maxBytes,
        };

    private static void IsNear(
        (byte Red, byte Green, byte Blue, byte Alpha) expected,
        (int Red, int Green, int Blue, int Alpha) seen,
        int tolerance = Tolerance
    )
    {
        Assert.InRange(seen.Red, expected.Red - tolerance, expected.Red + tolerance);
        Assert.InRange(seen.Green, expected.Green - tolerance, expected.Green + tolerance);
        Assert.InRange(seen.Blue, expected.Blue - tolerance, expected.Blue + tolerance);
    }
}
