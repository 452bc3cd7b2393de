using System.Text.Json;
using Magpie.Model.Billing;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Posts;

/// <summary>Files for publishing count towards no plan, and yet nobody fills the disk with them.</summary>
public sealed class PublishRoomTests(PublishRoomTests.SmallPlan app) : IClassFixture<PublishRoomTests.SmallPlan>
{
    private const int PlanBytes = 600_000;
    private const int Crops = 20;

    [Fact]
    public async Task The_files_of_a_workspace_take_no_more_than_its_plan_and_the_oldest_give_way()
    {
        var member = await app.AddStrangerAsync(PlanName.Free);
        var picture = await member.AddPictureAsync();
        var post = await member.AddPostAsync(await member.AddProfileAsync(), picture);
        var assets = Enumerable
            .Range(0, Crops)
            .Select(i => new
            {
                assetId = picture,
                crop = new
                {
                    x = i * 0.001,
                    y = 0,
                    width = 0.9,
                    height = 0.9,
                },
            });
        post = await member.EditPostAsync(post, new { version = post.Number("version"), assets });

        long made = 0;
        foreach (var media in post.GetProperty("assets").EnumerateArray())
        {
            made += (await member.Http.GetByteArrayAsync(media.Text("fileUrl"))).Length;
        }

        Assert.True(made > PlanBytes, $"{made} bytes are too few to say anything");
        var kept = await app.InDatabaseAsync(db =>
            db.PublishFiles.Where(f => f.AssetId == picture).OrderBy(f => f.MadeAt).Select(f => new { f.Version, f.Bytes }).ToListAsync()
        );
        Assert.InRange(kept.Sum(file => file.Bytes), 1, PlanBytes);
        Assert.Equal(VersionOf(post, Crops - 1), kept[^1].Version);
        Assert.DoesNotContain(VersionOf(post, 0), kept.Select(file => file.Version));
        await ApiUser.WaitForAsync(
            () => Task.FromResult(app.BlobFilesOf(picture).Count(file => file.Contains("publish-", StringComparison.Ordinal))),
            count => count == kept.Count
        );

        Assert.NotEmpty(await member.Http.GetByteArrayAsync(post.GetProperty("assets")[0].Text("fileUrl")));
    }

    private static string VersionOf(JsonElement post, int ordinal) => post.GetProperty("assets")[ordinal].Text("fileUrl")!.Split("v=")[1];

    public sealed class SmallPlan : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Magpie:Plans:Free:StorageBytes", $"{PlanBytes}")];
    }
}
