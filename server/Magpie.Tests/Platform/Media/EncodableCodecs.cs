using System.Diagnostics;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media;

/// <summary>One short file of each codec that the installed ffmpeg can both read and write, in each container that takes it.</summary>
internal static partial class EncodableCodecs
{
    /// <summary>Debian 12's SVT-AV1 hangs where the container takes no AV1; two other encoders write it.</summary>
    private const string NeverEnds = "libsvtav1";

    public static async Task<IReadOnlyList<CodedFile>> WriteAllAsync(TestFolder folder)
    {
        var source = Path.Combine(folder.Path, "source.mov");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=176x144:r=25:d=0.2",
            "-f",
            "lavfi",
            "-i",
            "sine=d=0.4:r=48000",
            "-map",
            "0",
            "-map",
            "1",
            "-c:v",
            "libx264",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            source
        );
        var listed = System.Text.Encoding.UTF8.GetString(await Ffmpeg.RunAsync("ffmpeg", "-hide_banner", "-codecs"));
        var wanted =
            from match in Line().Matches(listed)
            let encoders = match.Groups["encoders"] is { Success: true } named
                ? named.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                : [match.Groups["codec"].Value]
            from container in (string[])["mov", "mp4", "webm"]
            select (
                Codec: match.Groups["codec"].Value,
                IsSound: match.Groups["kind"].Value == "A",
                Encoders: encoders,
                Container: container
            );
        var files = new List<CodedFile>();
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = 3 },
            async (want, ct) =>
            {
                var path = Path.Combine(folder.Path, $"{want.Codec}.{want.Container}");
                foreach (var encoder in want.Encoders.Where(encoder => encoder != NeverEnds && !NeedsHardware().IsMatch(encoder)))
                {
                    if (await TryWriteAsync(source, path, encoder, want.IsSound, want.Container, ct))
                    {
                        lock (files)
                        {
                            files.Add(new(path, want.Codec, want.IsSound, want.Container));
                        }

                        break;
                    }
                }
            }
        );
        return files;
    }

    private static async Task<bool> TryWriteAsync(
        string source,
        string path,
        string encoder,
        bool isSound,
        string container,
        CancellationToken ct
    )
    {
        string[] picture = encoder switch
        {
            "dnxhd" => ["-vf", "scale=1280:720", "-profile:v", "dnxhr_lq", "-pix_fmt", "yuv422p"],
            "dvvideo" => ["-vf", "scale=720:576", "-pix_fmt", "yuv420p"],
            "roqvideo" => ["-vf", "scale=128:128"],
            _ => [],
        };
        string[] coding = isSound
            ? ["-map", "0", "-c:v", container == "webm" ? "libvpx" : "copy", "-c:a", encoder]
            : ["-map", "0:v", .. picture, "-c:v", encoder];
        string[] format = ["-f", container == "webm" ? "matroska" : container];
        return await RunAsync(["-v", "error", "-i", source, .. coding, "-strict", "-2", .. format, "-y", path], ct)
            && await RunAsync(["-v", "error", "-i", path, "-map", isSound ? "0:a" : "0:v", "-c", "copy", "-f", "null", "-"], ct)
            && (container != "webm" || await CallItWebmAsync(path, ct));
    }

    /// <summary>Who wants to get past a check of the format writes its name into the header.</summary>
    private static async Task<bool> CallItWebmAsync(string path, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(path, ct);
        "webm\0\0\0\0"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("matroska"u8)));
        await File.WriteAllBytesAsync(path, bytes, ct);
        return true;
    }

    private static async Task<bool> RunAsync(string[] arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", .. arguments]) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0;
    }

    [GeneratedRegex(@"^ DE(?<kind>[VA])\S+ (?<codec>\S+) [^\n]*?(?:\(encoders: (?<encoders>[^)]+)\))?\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("_(v4l2m2m|nvenc|qsv|vaapi|omx|amf|mf|videotoolbox)$|^nvenc")]
    private static partial Regex NeedsHardware();
}

/// <summary>Those files, written once for all who try them.</summary>
public sealed class CodedFiles : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    internal IReadOnlyList<CodedFile> Files { get; private set; } = [];

    public async ValueTask InitializeAsync() => Files = await EncodableCodecs.WriteAllAsync(folder);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed record CodedFile(string Path, string Codec, bool IsSound, string Container);
