using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>What a camera's own clock showed is no moment, unless the file says in some way how far it was from UTC.</summary>
public sealed class CaptureTimeTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const string Clock = "2023-12-30T23:04:21",
        Taken = "-DateTimeOriginal=2023:12:30 23:04:21";

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("the camera's clock", "jpg", null, Clock, Taken)]
    [InlineData("with its offset", "jpg", "2023-12-30T22:04:21Z", Clock, Taken, "-OffsetTimeOriginal=+01:00")]
    [InlineData("with the offset of the file", "jpg", "2023-12-30T17:34:21Z", Clock, Taken, "-OffsetTime=+05:30")]
    [InlineData("with an offset west", "jpg", "2023-12-31T07:04:21Z", Clock, Taken, "-OffsetTimeOriginal=-08:00")]
    [InlineData("with the offset of a later edit", "jpg", null, Clock, Taken, "-ModifyDate=2024:05:01 10:00:00", "-OffsetTime=-07:00")]
    [InlineData(
        "with the time of satellites",
        "jpg",
        "2023-12-30T22:04:21Z",
        Clock,
        Taken,
        "-GPSDateStamp=2023:12:30",
        "-GPSTimeStamp=22:04:20"
    )]
    [InlineData("with satellites seen long ago", "jpg", null, Clock, Taken, "-GPSDateStamp=2023:12:30", "-GPSTimeStamp=18:57:03")]
    [InlineData("satellites alone", "jpg", "2023-12-30T22:04:20Z", null, "-GPSDateStamp=2023:12:30", "-GPSTimeStamp=22:04:20")]
    [InlineData(
        "XMP that knows the offset of EXIF",
        "jpg",
        "2023-12-30T22:04:21Z",
        Clock,
        Taken,
        "-XMP-photoshop:DateCreated=2023:12:30 23:04:21+01:00"
    )]
    [InlineData("XMP alone", "jpg", "2023-12-30T22:04:21Z", Clock, "-XMP-exif:DateTimeOriginal=2023:12:30 23:04:21+01:00")]
    [InlineData("XMP of a program, without zone", "jpg", null, Clock, "-XMP-photoshop:DateCreated=2023:12:30 23:04:21")]
    [InlineData("a clock that was never set", "jpg", null, null, "-DateTimeOriginal#=0000:00:00 00:00:00")]
    [InlineData("the beginning of Unix", "jpg", null, null, "-DateTimeOriginal=1970:01:01 00:00:00", "-OffsetTimeOriginal=+00:00")]
    [InlineData("the beginning of Macintosh", "jpg", null, null, "-DateTimeOriginal=1904:01:01 00:00:00")]
    [InlineData("the beginning of FAT", "jpg", null, null, "-DateTimeOriginal=1980:01:01 00:00:00")]
    [InlineData("a thirteenth month", "jpg", null, null, "-DateTimeOriginal#=2023:13:30 23:04:21")]
    [InlineData(
        "one that was never set and one that was",
        "jpg",
        null,
        Clock,
        "-DateTimeOriginal#=0000:00:00 00:00:00",
        "-ModifyDate=2023:12:30 23:04:21"
    )]
    [InlineData("a slide that was scanned", "jpg", null, Clock, "-EXIF:CreateDate=2023:12:30 23:04:21")]
    [InlineData("an offset of no zone", "jpg", null, Clock, Taken, "-OffsetTimeOriginal#=+01:75")]
    [InlineData("an offset beyond all zones", "jpg", null, Clock, Taken, "-OffsetTimeOriginal#=+15:00")]
    [InlineData("EXIF in a PNG", "png", null, Clock, Taken)]
    [InlineData("words in a PNG", "png", "2023-12-30T22:04:21Z", Clock, "-PNG:CreationTime=2023:12:30 23:04:21+01:00")]
    [InlineData("words of a mail in a PNG", "png", "2023-12-30T22:04:21Z", Clock, "-PNG:CreationTime#=Sat, 30 Dec 2023 23:04:21 +01:00")]
    [InlineData("words of many languages in a PNG", "png", null, Clock, "-PNG:CreationTime-de=2023:12:30 23:04:21")]
    [InlineData("when a PNG was saved", "png", "2023-12-30T22:04:21Z", null, "-PNG:ModifyDate=2023:12:30 22:04:21")]
    [InlineData("EXIF in a WebP", "webp", "2023-12-30T22:04:21Z", Clock, Taken, "-OffsetTimeOriginal=+01:00")]
    [InlineData("XMP in a WebP", "webp", null, Clock, "-XMP-exif:DateTimeOriginal=2023:12:30 23:04:21")]
    [InlineData("a GIF", "gif", null, null, "-Comment=2023:12:30 23:04:21")]
    [InlineData("a movie's header, in UTC", "mp4", "2023-12-30T22:04:21Z", null, "-QuickTime:CreateDate=2023:12:30 22:04:21")]
    [InlineData(
        "Apple's tag, which knows both",
        "mov",
        "2023-12-30T22:04:21Z",
        Clock,
        "-QuickTime:CreateDate=2023:12:30 22:04:29",
        "-Keys:CreationDate=2023:12:30 23:04:21+01:00"
    )]
    [InlineData("a movie's header that was never set", "mp4", null, null, "-Keys:Make=Test")]
    public async Task The_api_says_whether_it_knows_the_moment_or_the_camera_s_clock(
        string what,
        string format,
        string? moment,
        string? clock,
        params string[] tags
    )
    {
        var asset = await app.Owner.AddAssetAsync(await MakeAsync(format, tags), $"{what}.{format}");

        Assert.Equal(moment, asset.GetProperty("capturedAt").GetString());
        Assert.Equal(clock, asset.GetProperty("capturedLocal").GetString());
        using var listed = JsonDocument.Parse(
            await app.Owner.Http.GetStringAsync($"/api/assets/{asset.GetProperty("id").GetString()}", TestContext.Current.CancellationToken)
        );
        Assert.Equal(clock, listed.RootElement.GetProperty("capturedLocal").GetString());
    }

    /// <summary>exiftool would write the zone of this machine behind it.</summary>
    [Fact]
    public async Task Apple_s_tag_without_a_zone_is_the_camera_s_clock()
    {
        var path = Path.Combine(folder.Path, "zoneless.mov");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=64x48:r=10:d=0.5",
            "-pix_fmt",
            "yuv420p",
            "-metadata",
            "com.apple.quicktime.creationdate=2023-12-30T23:04:21",
            "-movflags",
            "use_metadata_tags",
            path
        );

        var asset = await app.Owner.AddAssetAsync(path, "zoneless.mov");

        Assert.Equal((null, Clock), (asset.GetProperty("capturedAt").GetString(), asset.GetProperty("capturedLocal").GetString()));
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> MakeAsync(string format, string[] tags)
    {
        var path = Path.Combine(folder.Path, $"taken.{format}");
        if (format is "mp4" or "mov")
        {
            await Ffmpeg.RunAsync(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=64x48:r=10:d=0.5",
                "-pix_fmt",
                "yuv420p",
                path
            );
        }
        else
        {
            await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=s=64x48", "-frames:v", "1", path);
        }

        await Tools.RunAsync("exiftool", ["-q", "-m", "-api", "QuickTimeUTC=0", "-overwrite_original", .. tags, path]);
        return path;
    }
}
