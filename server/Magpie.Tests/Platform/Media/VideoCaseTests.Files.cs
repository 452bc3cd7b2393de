using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Media;

/// <summary>How its files are made, sent and measured.</summary>
public sealed partial class VideoCaseTests
{
    private static string Case(string name) => FreeMedia.PathOf(Path.Combine("cases", name));

    private async Task<string> MakeAsync(string container, params string[] coding)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.{container}");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            [
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=64x64:r=25:d=1",
                "-f",
                "lavfi",
                "-i",
                "sine=d=1:r=48000",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p",
                .. coding,
                "-strict",
                "-2",
                path,
            ]
        );
        return path;
    }

    /// <summary>As a phone trims: the samples from the key frame before the cut stay, and a list says where to begin.</summary>
    private async Task<string> CutAsync(string name)
    {
        var (whole, path) = (Path.Combine(folder.Path, "whole.mov"), Path.Combine(folder.Path, name));
        string[] sound =
            name == "cut-silent.mov" ? ["-an"] : ["-c:a", name.Contains("pcm", StringComparison.Ordinal) ? "pcm_s16le" : "aac"];
        await Ffmpeg.RunAsync(
            "ffmpeg",
            [
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=64x64:r=30:d=3",
                "-f",
                "lavfi",
                "-i",
                "sine=d=3:r=48000",
                "-c:v",
                name.Contains("hevc", StringComparison.Ordinal) ? "libx265" : "libx264",
                "-pix_fmt",
                "yuv420p",
                "-tag:v",
                name.Contains("hevc", StringComparison.Ordinal) ? "hvc1" : "avc1",
                "-g",
                "30",
                .. sound,
                whole,
            ]
        );
        await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-ss", "1.3", "-i", whole, "-c", "copy", path);
        return path;
    }

    private async Task<(JsonElement Asset, string Path)> ShareAsync(string path) =>
        await ShareAsync(await app.Owner.AddAssetAsync(path), path);

    private async Task<(JsonElement Asset, string Path)> ShareAsync(JsonElement asset, string path)
    {
        Assert.Equal("ready", asset.GetProperty("status").GetString());
        using var answer = await app.Owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetString()}/link", null, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (
            asset,
            await FetchAsync(
                (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("url").GetString()!,
                $"shared{Path.GetExtension(path)}"
            )
        );
    }

    private async Task<string> FetchAsync(string url, string name)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():n}-{name}");
        await File.WriteAllBytesAsync(path, await app.Owner.Http.GetByteArrayAsync(url, Ct), Ct);
        return path;
    }

    private static string RenditionOf(JsonElement asset, string kind) =>
        asset
            .GetProperty("renditions")
            .EnumerateArray()
            .Single(rendition => rendition.GetProperty("kind").GetString() == kind)
            .GetProperty("url")
            .GetString()!;

    private async Task<string> PublishAsync(string path, JsonElement asset, Trim? trim = null)
    {
        var spec = new MediaSpec(
            Enum.Parse<MediaFormat>(asset.GetProperty("format").GetString()!, ignoreCase: true),
            asset.GetProperty("bytes").GetInt64(),
            asset.GetProperty("width").GetInt32(),
            asset.GetProperty("height").GetInt32(),
            asset.GetProperty("durationSeconds").GetDouble(),
            VideoCodec: asset.GetProperty("videoCodec").GetString(),
            AudioCodec: asset.GetProperty("audioCodec").GetString()
        );
        var rule = new SurfaceRule(new(0, "instagram", "reel", "Instagram", "Instagram reel"), MediaKind.Video)
        {
            Formats = ["mp4", "mov"],
        };
        var output = Directory.CreateDirectory(Path.Combine(folder.Path, $"{Guid.NewGuid():n}")).FullName;
        var studio = app.Services.GetRequiredService<MediaProcessor>();
        var (file, trouble) = await studio.PublishAsync(spec.Format, "clip", path, output, PublishPlan.For(spec, null, trim, rule), Ct);
        Assert.Null(trouble);
        return file!.Path;
    }

    /// <summary>When each picture is shown.</summary>
    private static async Task<List<double>> TimesAsync(string path) =>
        [
            .. (
                await LinesAsync(
                    "ffprobe",
                    "-v",
                    "error",
                    "-select_streams",
                    "v:0",
                    "-show_entries",
                    "frame=best_effort_timestamp_time",
                    "-of",
                    "csv=p=0",
                    path
                )
            ).Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture)),
        ];

    /// <summary>All that lie in the file, shown or not.</summary>
    private static async Task<int> PacketsAsync(string path, string kind) =>
        (
            await LinesAsync(
                "ffprobe",
                "-v",
                "error",
                "-ignore_editlist",
                "1",
                "-select_streams",
                $"{kind}:0",
                "-show_entries",
                "packet=pos",
                "-of",
                "csv=p=0",
                path
            )
        ).Count;

    /// <summary>How often a second the sound swings, counted in its middle.</summary>
    private static async Task<double> PitchAsync(string path, int sound)
    {
        var samples = await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            path,
            "-map",
            $"0:a:{sound}",
            "-ss",
            "0.5",
            "-t",
            "1",
            "-ac",
            "1",
            "-ar",
            "48000",
            "-f",
            "s16le",
            "-"
        );
        var swings = 0;
        for (var at = 2; at + 1 < samples.Length; at += 2)
        {
            swings += BitConverter.ToInt16(samples, at - 2) < 0 && BitConverter.ToInt16(samples, at) >= 0 ? 1 : 0;
        }

        return swings * 96000.0 / samples.Length;
    }

    /// <summary>How long nothing is heard at the beginning.</summary>
    private static async Task<double> SilenceAsync(string path)
    {
        var samples = await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            path,
            "-map",
            "0:a",
            "-ac",
            "1",
            "-ar",
            "48000",
            "-f",
            "s16le",
            "-"
        );
        var at = 0;
        while (at + 1 < samples.Length && Math.Abs((int)BitConverter.ToInt16(samples, at)) < 1000)
        {
            at += 2;
        }

        return at / 96000.0;
    }

    private static async Task<List<string>> LinesAsync(string program, params string[] arguments) =>
        [
            .. System
                .Text.Encoding.ASCII.GetString(await Ffmpeg.RunAsync(program, arguments))
                .Split('\n')
                .Where(line => line.Trim(',', ' ').Length > 0),
        ];

    private static double Seconds(JsonElement timed) => Number(timed.GetProperty("duration"));

    private static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
