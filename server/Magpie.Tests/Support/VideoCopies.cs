using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Magpie.Tests.Support;

/// <summary>The copy of a video that its public link hands out, and what is seen and read in one.</summary>
internal static class VideoCopies
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<string> ShareAsync(SharedApp app, JsonElement asset, TestFolder folder, string path)
    {
        using var answer = await app.Owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetString()}/link", null, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        var copy = Path.Combine(folder.Path, $"{Guid.NewGuid():n}{Path.GetExtension(path)}");
        var url = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("url").GetString()!;
        await File.WriteAllBytesAsync(copy, await app.Owner.Http.GetByteArrayAsync(url, Ct), Ct);
        return copy;
    }

    public static async Task<string> ShareAsync(SharedApp app, TestFolder folder, string path) =>
        await ShareAsync(app, await app.Owner.AddAssetAsync(path), folder, path);

    public static async Task<string> TextAsync(string path) => Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, Ct));

    /// <summary>A sum for each picture.</summary>
    public static async Task<string[]> FramesAsync(string path) =>
        [
            .. Encoding
                .ASCII.GetString(
                    await Ffmpeg.RunAsync(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        path,
                        "-map",
                        "0:v:0",
                        "-fps_mode",
                        "passthrough",
                        "-f",
                        "framemd5",
                        "-"
                    )
                )
                .Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line[(line.LastIndexOf(',') + 1)..].Trim()),
        ];
}
