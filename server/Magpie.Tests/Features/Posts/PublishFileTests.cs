using System.Text.Json;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Posts;

/// <summary>The same picture on three profiles with three crops: what is handed out has the pixels of each.</summary>
public sealed class PublishFileTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const int Tolerance = 8;
    private const int Side = 800;

    private static readonly (byte Red, byte Green, byte Blue, byte Alpha)[] Quarters =
    [
        (200, 60, 60, 255),
        (60, 180, 90, 255),
        (40, 70, 190, 255),
        (128, 128, 128, 255),
    ];

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Three_profiles_get_three_crops_of_one_picture_each_with_its_own_pixels()
    {
        var picture = await AddQuartersAsync();
        (string Network, object Crop, int Quarter)[] ways =
        [
            (
                "instagram",
                new
                {
                    x = 0,
                    y = 0,
                    width = 0.5,
                    height = 0.5,
                },
                0
            ),
            (
                "pinterest",
                new
                {
                    x = 0.5,
                    y = 0,
                    width = 0.5,
                    height = 0.5,
                },
                1
            ),
            (
                "linkedin",
                new
                {
                    x = 0,
                    y = 0.5,
                    width = 0.5,
                    height = 0.5,
                },
                2
            ),
        ];
        foreach (var (network, crop, quarter) in ways)
        {
            var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(network), picture);
            post = await app.Owner.EditPostAsync(
                post,
                new { version = post.Number("version"), assets = new[] { new { assetId = picture, crop } } }
            );

            var (pixels, _) = await FileAsync(post, Side / 2);
            Assert.All(FlatColours.Middles, place => IsNear(Quarters[quarter], pixels.At(place.X, place.Y)));
        }

        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(folder.Path, "quarters.png")),
            await app.Owner.Http.GetByteArrayAsync($"/api/assets/{picture}/original")
        );
    }

    [Fact]
    public async Task A_file_is_made_once_and_again_when_the_crop_changes()
    {
        var picture = await AddQuartersAsync();
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), picture);
        var (_, whole) = await FileAsync(post, Side);
        var (_, again) = await FileAsync(post, Side);
        Assert.Equal(whole, again);
        Assert.Single(app.BlobFilesOf(picture), file => file.Contains("publish-", StringComparison.Ordinal));

        post = await app.Owner.EditPostAsync(
            post,
            new
            {
                version = post.Number("version"),
                assets = new[]
                {
                    new
                    {
                        assetId = picture,
                        crop = new
                        {
                            x = 0.5,
                            y = 0.5,
                            width = 0.5,
                            height = 0.5,
                        },
                    },
                },
            }
        );
        var (pixels, cropped) = await FileAsync(post, Side / 2);
        Assert.NotEqual(whole, cropped);
        IsNear(Quarters[3], pixels.At(0.5, 0.5));
        Assert.Single(FilesOf(picture));
        Assert.Equal(1, await RowsOfAsync(picture));
    }

    [Fact]
    public async Task It_goes_with_what_it_was_made_for()
    {
        var (picture, other) = (await AddQuartersAsync(), await app.Owner.AddPictureAsync());
        var profile = await app.Owner.AddProfileAsync();
        var (first, second) = (await app.Owner.AddPostAsync(profile, picture), await app.Owner.AddPostAsync(profile, picture));
        await FileAsync(first, Side);
        await FileAsync(second, Side);
        Assert.Equal(2, FilesOf(picture).Count);
        Assert.Equal(2, await RowsOfAsync(picture));

        await app.Owner.EditPostAsync(first, new { version = first.Number("version"), assets = new[] { new { assetId = other } } });
        Assert.Single(FilesOf(picture));

        using var deleted = await app.Owner.Http.DeleteAsync($"/api/posts/{second.Id()}");
        Assert.True(deleted.IsSuccessStatusCode);
        Assert.Empty(FilesOf(picture));
        Assert.Equal(0, await RowsOfAsync(picture));
    }

    [Fact]
    public async Task It_is_made_when_it_is_asked_for_and_not_when_a_post_is_planned()
    {
        var picture = await app.Owner.AddPictureAsync();
        var post = await app.Owner.ScheduleAsync(
            await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync("mastodon"), picture),
            PlannedPost.LocalTime
        );
        var before = await StoredAsync();
        Assert.Equal(0, await RowsOfAsync(picture));

        using var answer = await app.Owner.Http.GetAsync(post.GetProperty("assets")[0].Text("fileUrl"));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(1, await RowsOfAsync(picture));
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        var now = await StoredAsync();
        Assert.True(now.Files > 0 && now.Bytes >= bytes, $"{before} {now} {bytes}");
    }

    [Fact]
    public async Task However_crops_and_askers_come_together_no_old_file_stays()
    {
        var picture = await AddQuartersAsync();
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), picture);
        for (var round = 1; round <= 8; round++)
        {
            var asked = Enumerable.Range(0, 3).Select(_ => app.Owner.Http.GetAsync($"/api/posts/{post.Id()}/assets/0/file")).ToList();
            var edited = app.Owner.EditPostAsync(
                post,
                new
                {
                    version = post.Number("version"),
                    assets = new[]
                    {
                        new
                        {
                            assetId = picture,
                            crop = new
                            {
                                x = 0,
                                y = 0,
                                width = 0.5,
                                height = 0.4 + (round * 0.05),
                            },
                        },
                    },
                }
            );
            foreach (var answer in await Task.WhenAll(asked))
            {
                answer.Dispose();
            }

            post = await edited;
            var version = post.GetProperty("assets")[0].Text("fileUrl")!.Split("v=")[1];
            Assert.All(
                await app.InDatabaseAsync(db => db.PublishFiles.Where(f => f.AssetId == picture).Select(f => f.Version).ToListAsync()),
                one => Assert.Equal(version, one)
            );
        }

        using var last = await app.Owner.Http.GetAsync($"/api/posts/{post.Id()}/assets/0/file");
        Assert.True(last.IsSuccessStatusCode);
        Assert.Single(await ApiUser.WaitForAsync(() => Task.FromResult(FilesOf(picture)), files => files.Count == 1));
    }

    public void Dispose() => folder.Dispose();

    private List<string> FilesOf(Guid asset) =>
        [.. app.BlobFilesOf(asset).Where(file => file.Contains("publish-", StringComparison.Ordinal))];

    private Task<int> RowsOfAsync(Guid asset) => app.InDatabaseAsync(db => db.PublishFiles.CountAsync(f => f.AssetId == asset));

    /// <summary>Of the whole installation, as its operator sees it.</summary>
    private async Task<(long Files, long Bytes)> StoredAsync()
    {
        var lines = (await app.Owner.Http.GetStringAsync("/metrics")).Split('\n');
        long Constraint(string name) =>
            long.Parse(
                lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1],
                System.Globalization.CultureInfo.InvariantCulture
            );
        return (Constraint("magpie_publish_files"), Constraint("magpie_publish_file_bytes"));
    }

    private async Task<Guid> AddQuartersAsync()
    {
        var path = Path.Combine(folder.Path, "quarters.png");
        await File.WriteAllBytesAsync(path, FlatColours.Png(Quarters, side: Side));
        return (await app.Owner.AddAssetAsync(path)).Id();
    }

    private async Task<(Pixels Pixels, string Version)> FileAsync(JsonElement post, int side)
    {
        var media = post.GetProperty("assets")[0];
        using var answer = await app.Owner.Http.GetAsync(media.Text("fileUrl"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(media.Text("fileMediaType"), answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():n}");
        await File.WriteAllBytesAsync(path, await answer.Content.ReadAsByteArrayAsync());
        return (await Ffmpeg.PixelsAsync(path, side, side), answer.Headers.ETag!.Tag);
    }

    private static void IsNear((byte Red, byte Green, byte Blue, byte Alpha) expected, (int Red, int Green, int Blue, int Alpha) seen)
    {
        Assert.InRange(seen.Red, expected.Red - Tolerance, expected.Red + Tolerance);
        Assert.InRange(seen.Green, expected.Green - Tolerance, expected.Green + Tolerance);
        Assert.InRange(seen.Blue, expected.Blue - Tolerance, expected.Blue + Tolerance);
    }
}
