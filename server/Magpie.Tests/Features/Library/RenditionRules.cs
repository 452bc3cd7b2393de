using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>Which renditions an asset has, how large they are and what may be inside them.</summary>
internal static class RenditionRules
{
    private static readonly string[] PictureChunks = ["VP8", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"];

    // All their frames are one picture, or only one can be read: an encoder keeps one.
    private static readonly string[] AlwaysTheSame =
    [
        "images/webp_anim_97_frames_13x169.webp",
        "images/apng_16bit.png",
        "hostile/real/ff_truncated-second-frame.png",
    ];

    // What every MP4 of ffmpeg has: brands, and the names of the track handlers.
    private static readonly string[] VideoTags =
    [
        "major_brand",
        "minor_version",
        "compatible_brands",
        "handler_name",
        "vendor_id",
        "language",
        "encoder",
    ];

    public static void Check(CorpusResult visit, JsonElement asset)
    {
        var animated = asset.GetProperty("animated").GetBoolean();
        var isVideo = asset.GetProperty("kind").GetString() == "video";
        string[] kinds = isVideo
            ? NeedsCopy(asset, visit.File)
                ? ["thumb", "poster", "hover", "playback"]
                : ["thumb", "poster", "hover"]
            : animated
                ? ["thumb", "preview", "hover"]
                : ["thumb", "preview"];
        Assert.Equal(kinds.Order(), visit.Renditions.Select(rendition => rendition.Kind).Order());
        Assert.StartsWith("data:image/webp;base64,UklGR", asset.GetProperty("placeholder").GetString(), StringComparison.Ordinal);

        var shown =
            visit.File.DisplaySize?.Split('x').Select(int.Parse).ToArray()
            ?? [asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32()];
        Assert.All(
            visit.Renditions,
            rendition =>
            {
                Assert.Equal((rendition.MediaType, rendition.Bytes), (rendition.ServedAs, rendition.ServedBytes));
                HasTheShapeOf(shown, rendition);
                if (rendition.Picture is not null)
                {
                    IsAPurePicture(
                        rendition,
                        moves: animated && rendition.Kind is ("hover" or "preview") && !AlwaysTheSame.Contains(visit.File.Path)
                    );
                }
                else
                {
                    // ffmpeg hands a matrix that is no rotation on; players pass over it there as in the original.
                    IsAPureVideo(rendition, asset, isNoRotation: visit.File.Rotation == "45");
                }
            }
        );
    }

    private static void HasTheShapeOf(int[] shown, SeenRendition rendition)
    {
        var most = rendition.Kind switch
        {
            "thumb" or "hover" => 400,
            "playback" => 1920,
            _ => 1600,
        };
        Assert.InRange(Math.Max(rendition.Width, rendition.Height), 1, most);
        var scale = Math.Min(1, (double)most / Math.Max(shown[0], shown[1]));
        if (rendition.Kind is not "hover" and not "preview" || rendition.Picture?.Frames is null or 1)
        {
            // Encoders of video want even numbers; long animations are made smaller than they could be.
            Assert.InRange(rendition.Width, Math.Max(1, shown[0] * scale - 2), shown[0] * scale + 2);
            Assert.InRange(rendition.Height, Math.Max(1, shown[1] * scale - 2), shown[1] * scale + 2);
        }
    }

    private static void IsAPurePicture(SeenRendition rendition, bool moves)
    {
        Assert.Equal("image/webp", rendition.MediaType);
        Assert.Equal((rendition.Width, rendition.Height), (rendition.Picture!.Width, rendition.Picture.Height));
        Assert.Equal(moves, rendition.Picture.Frames > 1);
        Assert.Empty(rendition.Picture.Chunks.Except(PictureChunks));
    }

    private static void IsAPureVideo(SeenRendition rendition, JsonElement asset, bool isNoRotation)
    {
        var stream = rendition.VideoStream();
        Assert.Equal("video/mp4", rendition.MediaType);
        Assert.Equal(
            (rendition.Width, rendition.Height),
            (stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32())
        );
        Assert.Equal("h264", stream.GetProperty("codec_name").GetString());
        // The second is the first in the full range of numbers: where only the sound had to be made anew.
        var pixels = stream.GetProperty("pix_fmt").GetString();
        Assert.True(pixels == "yuv420p" || (pixels == "yuvj420p" && rendition.Kind == "playback"), pixels);
        Assert.True(isNoRotation || !stream.TryGetProperty("side_data_list", out _), "It tells players to turn it.");

        var format = rendition.Video!.Value.GetProperty("format");
        var tags = rendition
            .Streams()
            .Append(format)
            .SelectMany(part => part.TryGetProperty("tags", out var found) ? found.EnumerateObject().Select(tag => tag.Name) : []);
        Assert.Empty(tags.Except(VideoTags));
        Assert.Empty(rendition.Video.Value.GetProperty("chapters").EnumerateArray());

        var sound = rendition
            .Streams()
            .Where(other => other.GetProperty("codec_type").GetString() != "video")
            .Select(other => other.GetProperty("codec_name").GetString());
        var hasSound = rendition.Kind == "playback" && asset.GetProperty("audioCodec").GetString() is not null;
        Assert.Equal(hasSound ? ["aac"] : [], sound);
        var seconds = double.Parse(format.GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var whole = asset.GetProperty("durationSeconds").GetDouble();
        Assert.InRange(seconds, 0, rendition.Kind == "hover" ? 4.2 : whole + 0.3);
        Assert.True(rendition.Kind == "hover" || seconds > whole - 0.3, $"{seconds} s of {whole} s");
    }

    /// <summary>
    /// Browsers have decoders for VP8, VP9, AV1 and for H.264 in 8 bits 4:2:0; with AAC, MP3, Opus, Vorbis, FLAC or no sound.
    /// </summary>
    private static bool NeedsCopy(JsonElement asset, CorpusFile file)
    {
        var picture = asset.GetProperty("videoCodec").GetString();
        var sound = asset.GetProperty("audioCodec").GetString();
        var deep =
            file.Traits is { } traits
            && (
                traits.Contains("10le", StringComparison.Ordinal)
                || traits.Contains("yuv422", StringComparison.Ordinal)
                || traits.Contains("yuv444", StringComparison.Ordinal)
            );
        return picture is not ("h264" or "vp8" or "vp9" or "av1")
            || (picture == "h264" && deep)
            || sound is not (null or "aac" or "mp3" or "opus" or "vorbis" or "flac");
    }
}
