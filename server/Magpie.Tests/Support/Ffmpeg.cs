using System.Diagnostics;
using System.Text.Json;

namespace Magpie.Tests.Support;

/// <summary>The installed ffmpeg and ffprobe, as a second opinion on what the product wrote.</summary>
public static class Ffmpeg
{
    public static async Task<JsonElement> ProbeAsync(string path)
    {
        var json = await RunAsync("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", path);
        using var report = JsonDocument.Parse(json);
        return report.RootElement.Clone();
    }

    /// <summary>The first frame as 8-bit RGBA, whatever its profile says.</summary>
    public static async Task<Pixels> PixelsAsync(string path, int width, int height)
    {
        var rgba = await RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            path,
            "-frames:v",
            "1",
            "-vf",
            "scale=flags=accurate_rnd+full_chroma_int",
            "-pix_fmt",
            "rgba",
            "-f",
            "rawvideo",
            "-"
        );
        Assert.Equal(width * height * 4, rgba.Length);
        return new(width, height, rgba);
    }

    public static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await errors}");
        return output.ToArray();
    }
}

/// <param name="Rgba">Four bytes each, line by line.</param>
public sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    /// <summary>The colour at a place given in parts of the whole: (0.5, 0.5) is the middle.</summary>
    public (int Red, int Green, int Blue, int Alpha) At(double x, double y)
    {
        var at = 4 * ((int)(y * Height) * Width + (int)(x * Width));
        return (Rgba[at], Rgba[at + 1], Rgba[at + 2], Rgba[at + 3]);
    }
}
