using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

/// <summary>What is shown of a file before it is imported, and how much of it is fetched for that.</summary>
public sealed class ProbePreviewTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    private ApiUser Owner => app.Owner;

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("index_last.mp4")]
    [InlineData("hevc.mov")]
    [InlineData("odd_size.webm")]
    [InlineData("rotated_90_gps.mp4")]
    public async Task A_small_video_is_shown_with_its_dimensions_and_its_duration(string media)
    {
        var file = await LookAsync(app.Source.Media(media, $"small/{media}"));
        await SeeAsync(file);
        Assert.Equal(FreeMedia.BytesOf(media).Length, file.GetProperty("bytes").GetInt64());
        var asset = await Owner.WaitUntilUnderstoodAsync(
            $"/api/assets/{(await Owner.AddAssetAsync(FreeMedia.PathOf(media))).GetProperty("id").GetGuid()}"
        );
        foreach (var fact in (string[])["width", "height", "durationSeconds"])
        {
            Assert.Equal(asset.GetProperty(fact).GetDouble(), file.GetProperty(fact).GetDouble(), 0.05);
        }
    }

    [Fact]
    public async Task A_picture_of_more_than_4_MB_is_shown_small()
    {
        var picture = await LargeMedia.PictureAsync();
        Assert.True(picture.Length > 5_000_000, $"{picture.Length}");
        var file = await LookAsync(app.Source.Put("large/picture.jpg", picture));
        Assert.True(IsRed(await SeeAsync(file)));
        Assert.Equal(
            (3000, 2000, picture.Length),
            (file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32(), file.GetProperty("bytes").GetInt32())
        );
    }

    [Fact]
    public async Task Of_a_large_video_whose_index_comes_first_only_the_beginning_is_fetched()
    {
        var video = await LargeMedia.IndexFirstAsync();
        var file = await LookAsync(
            app.Source.Page(
                "large/first.mp4",
                async http =>
                {
                    // Then nothing: a look that wanted more would be given up.
                    http.Response.ContentLength = video.Length;
                    await http.Response.Body.WriteAsync(video.AsMemory(0, 4_500_000));
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted);
                }
            )
        );
        Assert.True(IsRed(await SeeAsync(file)));
        SeeVideo(file, video);
    }

    [Fact]
    public async Task Of_a_large_video_whose_index_comes_last_that_is_fetched_by_itself()
    {
        var video = await LargeMedia.IndexLastAsync();
        var asked = new List<string>();
        var file = await LookAsync(app.Source.PutInParts("large/last.mp4", video, asked));
        Assert.True(IsRed(await SeeAsync(file)));
        SeeVideo(file, video);
        Assert.Equal(2, asked.Count);
        Assert.InRange(
            int.Parse(
                asked[1]["bytes=".Length..asked[1].IndexOf('-', StringComparison.Ordinal)],
                System.Globalization.CultureInfo.InvariantCulture
            ),
            video.Length - 100_000,
            video.Length
        );
    }

    [Fact]
    public async Task Without_parts_the_rest_of_a_large_video_stays_unseen_and_that_is_said()
    {
        var video = await LargeMedia.IndexLastAsync();
        var file = await LookAsync(app.Source.Put("large/whole.mp4", video));
        Assert.Equal("noParts", file.GetProperty("missingPreview").GetString());
        Assert.Equal(
            ("video/mp4", (long)video.Length, JsonValueKind.Null, JsonValueKind.Null),
            (
                file.GetProperty("mediaType").GetString(),
                file.GetProperty("bytes").GetInt64(),
                file.GetProperty("preview").ValueKind,
                file.GetProperty("durationSeconds").ValueKind
            )
        );
    }

    [Fact]
    public async Task A_server_that_answers_with_another_part_is_not_believed()
    {
        var video = await LargeMedia.IndexLastAsync();
        var file = await LookAsync(
            app.Source.Page(
                "large/other.mp4",
                async http =>
                {
                    var isPart = http.Request.Headers.Range.Count > 0;
                    http.Response.StatusCode = isPart ? 206 : 200;
                    http.Response.Headers.ContentRange = isPart ? $"bytes 0-{video.Length - 1}/{video.Length}" : default;
                    http.Response.ContentLength = video.Length;
                    await http.Response.Body.WriteAsync(video, http.RequestAborted);
                }
            )
        );
        Assert.Equal("noParts", file.GetProperty("missingPreview").GetString());
    }

    [Fact]
    public async Task A_video_in_pieces_is_shown_and_its_length_is_not_guessed()
    {
        var video = await LargeMedia.InPiecesAsync();
        var file = await LookAsync(app.Source.Put("large/pieces.mp4", video));
        Assert.True(IsRed(await SeeAsync(file)));
        Assert.Equal((JsonValueKind.Null, 640), (file.GetProperty("durationSeconds").ValueKind, file.GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task What_comes_too_slowly_for_a_preview_is_told_with_what_is_known()
    {
        var picture = await LargeMedia.PictureAsync();
        var file = await LookAsync(
            app.Source.Page(
                "slow/large.jpg",
                async http =>
                {
                    http.Response.ContentLength = picture.Length;
                    await http.Response.Body.WriteAsync(picture.AsMemory(0, 4_500_000));
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted);
                }
            )
        );
        Assert.Equal(
            ("tooSlow", 3000, (long)picture.Length),
            (file.GetProperty("missingPreview").GetString(), file.GetProperty("width").GetInt32(), file.GetProperty("bytes").GetInt64())
        );
    }

    [Fact]
    public async Task What_no_picture_can_be_made_of_is_told_with_what_is_known()
    {
        var file = await LookAsync(app.Source.Media("refuse_truncated.mp4", "broken.mp4"));
        Assert.Equal("unreadable", file.GetProperty("missingPreview").GetString());
        Assert.Equal(JsonValueKind.Null, file.GetProperty("preview").ValueKind);
    }

    private async Task<JsonElement> LookAsync(string url)
    {
        using var answer = await Owner.ProbeAsync(url);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.ReadJsonAsync();
    }

    private static void SeeVideo(JsonElement file, byte[] video) =>
        Assert.Equal(
            (video.Length, 640, 360, 4),
            (
                file.GetProperty("bytes").GetInt32(),
                file.GetProperty("width").GetInt32(),
                file.GetProperty("height").GetInt32(),
                (int)Math.Round(file.GetProperty("durationSeconds").GetDouble())
            )
        );

    private static async Task<Pixels> SeeAsync(JsonElement file)
    {
        const string start = "data:image/webp;base64,";
        Assert.Equal(JsonValueKind.Null, file.GetProperty("missingPreview").ValueKind);
        var preview = file.GetProperty("preview").GetString()!;
        Assert.StartsWith(start, preview, StringComparison.Ordinal);
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "preview.webp");
        await File.WriteAllBytesAsync(path, Convert.FromBase64String(preview[start.Length..]));
        var stream = (await Ffmpeg.ProbeAsync(path)).GetProperty("streams")[0];
        return await Ffmpeg.PixelsAsync(path, stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32());
    }

    /// <summary>In the mean of its lower half, which is the first to be grey where data are missing.</summary>
    private static bool IsRed(Pixels pixels)
    {
        var (red, green, count) = (0L, 0L, 0);
        for (var at = pixels.Rgba.Length / 2 / 4 * 4; at < pixels.Rgba.Length; at += 4, count++)
        {
            (red, green) = (red + pixels.Rgba[at], green + pixels.Rgba[at + 1]);
        }

        return red / count > 140 && green / count < 110;
    }
}
