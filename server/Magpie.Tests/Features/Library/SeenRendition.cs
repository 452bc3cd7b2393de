using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>A rendition as it was fetched: what the asset says of it, and what its bytes say.</summary>
internal sealed record SeenRendition(
    string Kind,
    string MediaType,
    int Width,
    int Height,
    long Bytes,
    string ServedAs,
    long ServedBytes,
    WebpFile? Picture,
    JsonElement? Video
)
{
    public JsonElement VideoStream() => Streams().Single(stream => stream.GetProperty("codec_type").GetString() == "video");

    public IEnumerable<JsonElement> Streams() => Video!.Value.GetProperty("streams").EnumerateArray();

    public static async Task<SeenRendition> LookAsync(HttpClient http, JsonElement rendition, string path)
    {
        using var answer = await http.GetAsync(rendition.GetProperty("url").GetString());
        Assert.True(answer.IsSuccessStatusCode, $"{rendition}: {answer.StatusCode}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var kind = rendition.GetProperty("kind").GetString()!;
        var type = rendition.GetProperty("mediaType").GetString()!;
        JsonElement? video = null;
        if (type == "video/mp4")
        {
            await File.WriteAllBytesAsync($"{path}-{kind}.mp4", bytes);
            video = await Ffmpeg.ProbeAsync($"{path}-{kind}.mp4");
        }

        return new(
            kind,
            type,
            rendition.GetProperty("width").GetInt32(),
            rendition.GetProperty("height").GetInt32(),
            rendition.GetProperty("bytes").GetInt64(),
            answer.Content.Headers.ContentType!.ToString(),
            bytes.Length,
            type == "image/webp" ? WebpFile.Read(bytes) : null,
            video
        );
    }
}
