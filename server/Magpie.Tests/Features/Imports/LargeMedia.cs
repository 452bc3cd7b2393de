using System.Collections.Concurrent;
using System.Globalization;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Features.Imports;

/// <summary>
/// Files that are too large to be looked at whole, made once for the suite: noise over red, which no encoder makes small.
/// </summary>
internal static class LargeMedia
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Made = new();

    /// <summary>About 20 MB, 4 s; its index lies behind its media.</summary>
    public static Task<byte[]> IndexLastAsync() => VideoAsync("last.mp4", "-f", "mp4");

    /// <summary>The same with the index before the media.</summary>
    public static Task<byte[]> IndexFirstAsync() => VideoAsync("first.mp4", "-movflags", "+faststart", "-f", "mp4");

    /// <summary>The same in fragments, each with an index of its own.</summary>
    public static Task<byte[]> InPiecesAsync() =>
        VideoAsync("pieces.mp4", "-movflags", "+frag_keyframe+empty_moov", "-g", "10", "-f", "mp4");

    /// <summary>More than 5 MB.</summary>
    public static Task<byte[]> PictureAsync() =>
        MadeAsync(
            "large.jpg",
            "-f",
            "lavfi",
            "-i",
            "color=0xC03030:s=3000x2000,noise=alls=100:allf=t",
            "-frames:v",
            "1",
            "-q:v",
            "1",
            "-f",
            "image2"
        );

    /// <summary>A server that hands out parts, as file servers do.</summary>
    public static string PutInParts(this SourceServer source, string path, byte[] file, List<string> asked) =>
        source.Page(
            path,
            async http =>
            {
                var range = http.Request.Headers.Range.ToString();
                asked.Add(range);
                var from =
                    range.Length == 0
                        ? 0
                        : int.Parse(range["bytes=".Length..range.IndexOf('-', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
                http.Response.StatusCode = range.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
                http.Response.Headers.AcceptRanges = "bytes";
                if (range.Length > 0)
                {
                    http.Response.Headers.ContentRange = $"bytes {from}-{file.Length - 1}/{file.Length}";
                }

                http.Response.ContentLength = file.Length - from;
                await http.Response.Body.WriteAsync(file.AsMemory(from), http.RequestAborted);
            }
        );

    private static Task<byte[]> VideoAsync(string name, params string[] ending) =>
        MadeAsync(
            name,
            [
                "-f",
                "lavfi",
                "-i",
                "color=0xC03030:s=640x360:r=25:d=4,noise=alls=80:allf=t",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-b:v",
                "40M",
                "-minrate",
                "40M",
                "-maxrate",
                "40M",
                "-bufsize",
                "4M",
                .. ending,
            ]
        );

    private static Task<byte[]> MadeAsync(string name, params string[] arguments) =>
        Made.GetOrAdd(
            name,
            _ =>
                new(async () =>
                {
                    using var folder = new TestFolder();
                    var path = Path.Combine(folder.Path, name);
                    await Ffmpeg.RunAsync("ffmpeg", ["-v", "error", .. arguments, "-y", path]);
                    return await File.ReadAllBytesAsync(path);
                })
        ).Value;
}
