using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Billing;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Library;

public sealed class TrashTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task What_is_deleted_lies_in_the_trash_and_comes_back_as_it_was()
    {
        var asset = await AddAsync();
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { asset },
                labels = new[] { "kept in the trash" },
            }
        );
        await app.Owner.ActAsync(new { action = "star", assetIds = new[] { asset } });

        await app.Owner.ActAsync(new { action = "delete", assetIds = new[] { asset } });
        Assert.DoesNotContain(asset, await ListAsync("/api/assets"));
        Assert.Contains(asset, await ListAsync("/api/assets?trash=true"));
        Assert.Equal(0, await CountOfLabelAsync("kept in the trash"));

        await app.Owner.ActAsync(new { action = "restore", assetIds = new[] { asset } });
        Assert.Equal([asset], await ListAsync("/api/assets?label=kept%20in%20the%20trash&starred=true"));
        Assert.Equal(1, await CountOfLabelAsync("kept in the trash"));
    }

    [Fact]
    public async Task The_trash_takes_no_storage_and_restoring_takes_it_again_as_far_as_there_is_any()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var address = await free.UploadAsync(FreeMedia.PathOf("coast.jpg"));
        await free.WaitUntilUnderstoodAsync(address);
        var bytes = new FileInfo(FreeMedia.PathOf("coast.jpg")).Length;
        await free.Http.DeleteAsync(address);
        Assert.Equal(0, await UsedAsync(free));

        const long plan = 50_000_000;
        await FillAsync(free, plan - bytes + 1);
        var id = Guid.Parse(address.Split('/')[^1]);
        using var full = await free.Http.PostAsJsonAsync("/api/assets/actions", new { action = "restore", assetIds = new[] { id } });
        await full.ShouldBeProblemAsync(422, "storage-full");
        Assert.Contains(id, IdsOf(await free.GetJsonAsync("/api/assets?trash=true")));

        await FillAsync(free, plan - bytes);
        await free.ActAsync(new { action = "restore", assetIds = new[] { id } });
        Assert.Equal(plan, await UsedAsync(free));
    }

    [Fact]
    public async Task Emptying_the_trash_removes_rows_and_bytes_for_real()
    {
        var owner = await app.AddOwnerAsync();
        var kept = (await owner.AddAssetAsync(FreeMedia.PathOf("still.webp"))).GetProperty("id").GetGuid();
        var gone = (await owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"))).GetProperty("id").GetGuid();
        await owner.Http.DeleteAsync($"/api/assets/{gone}");

        using var answer = await owner.Http.DeleteAsync("/api/trash");

        var emptied = await answer.ReadJsonAsync();
        Assert.Equal((1, 0), (emptied.GetProperty("removed").GetInt32(), emptied.GetProperty("left").GetInt32()));
        Assert.Empty(await new Leftovers(app).OfAsync(gone));
        Assert.NotEmpty(app.BlobFilesOf(kept));
        Assert.True(await app.InDatabaseAsync(db => db.Assets.AnyAsync(a => a.Id == kept)));
    }

    [Fact]
    public async Task Only_what_is_in_the_trash_can_be_deleted_for_good()
    {
        var asset = await AddAsync();

        using var answer = await app.Owner.Http.DeleteAsync($"/api/assets/{asset}?forever=true");

        await answer.ShouldBeProblemAsync(409, "not-in-trash");
    }

    [Fact]
    public async Task What_an_unpublished_post_holds_is_deleted_only_on_purpose_and_the_post_goes_back_to_draft()
    {
        var asset = await AddAsync();
        var post = await ScheduleAsync(asset, PostState.Scheduled);

        foreach (
            var refused in new[]
            {
                await app.Owner.Http.DeleteAsync($"/api/assets/{asset}"),
                await app.Owner.Http.PostAsJsonAsync("/api/assets/actions", new { action = "delete", assetIds = new[] { asset } }),
            }
        )
        {
            var problem = await refused.ShouldBeProblemAsync(409, "held-by-posts");
            var listed = Assert.Single(problem.GetProperty("posts").EnumerateArray());
            Assert.Equal(
                (post, "instagram", $"magpie-{asset:n}", "scheduled"),
                (
                    listed.GetProperty("id").GetGuid(),
                    listed.GetProperty("network").GetString(),
                    listed.GetProperty("handle").GetString(),
                    listed.GetProperty("state").GetString()
                )
            );
        }

        using var forced = await app.Owner.Http.DeleteAsync($"/api/assets/{asset}?force=true");
        Assert.Equal(HttpStatusCode.NoContent, forced.StatusCode);
        Assert.Equal(
            PostState.Draft,
            await app.InDatabaseAsync(db => db.Posts.Where(p => p.Id == post).Select(p => p.State).SingleAsync())
        );
    }

    [Fact]
    public async Task What_only_published_posts_hold_is_deleted_without_a_question()
    {
        var asset = await AddAsync();
        await ScheduleAsync(asset, PostState.Published);

        using var answer = await app.Owner.Http.DeleteAsync($"/api/assets/{asset}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Used_and_unused_are_told_apart_over_all_and_for_a_profile()
    {
        var (used, unused) = (await AddAsync(), await AddAsync());
        await ScheduleAsync(used, PostState.Draft);
        var other = await app.InDatabaseAsync(async db =>
        {
            var profile = new Profile
            {
                GroupId = await app.MainGroupAsync(),
                Network = Network.Tiktok,
                Handle = "other",
                CreatedAt = DateTime.UnixEpoch,
            };
            db.Profiles.Add(profile);
            await db.SaveChangesAsync();
            return profile.Id;
        });

        Assert.Contains(used, await ListAsync("/api/assets?usage=used"));
        Assert.DoesNotContain(unused, await ListAsync("/api/assets?usage=used"));
        Assert.Contains(unused, await ListAsync("/api/assets?usage=unused"));
        Assert.DoesNotContain(used, await ListAsync("/api/assets?usage=unused"));
        Assert.Empty(await ListAsync($"/api/assets?usage=used&profile={other}"));
        Assert.Contains(used, await ListAsync($"/api/assets?usage=unused&profile={other}"));
        Assert.DoesNotContain(used, await ListAsync("/api/assets?status=tiktok"));
    }

    private async Task<Guid> ScheduleAsync(Guid asset, PostState state)
    {
        var group = await app.MainGroupAsync();
        return await app.InDatabaseAsync(async db =>
        {
            var position = await db.Assets.Where(a => a.Id == asset).Select(a => a.Position).SingleAsync();
            var profile = new Profile
            {
                GroupId = group,
                Network = Network.Instagram,
                Handle = $"magpie-{asset:n}",
                CreatedAt = DateTime.UnixEpoch,
            };
            var post = new Post
            {
                GroupId = group,
                ProfileId = profile.Id,
                CreatedById = Guid.Empty,
                State = state,
                CreatedAt = DateTime.UnixEpoch,
            };
            post.Assets.Add(
                new()
                {
                    PostId = post.Id,
                    Ordinal = 0,
                    Position = position,
                    ProfileId = profile.Id,
                }
            );
            db.Add(profile);
            db.Add(post);
            await db.SaveChangesAsync();
            return post.Id;
        });
    }

    private async Task<int> CountOfLabelAsync(string name) =>
        (await app.Owner.GetJsonAsync($"/api/labels?q={Uri.EscapeDataString(name)}"))
            .GetProperty("items")[0]
            .GetProperty("count")
            .GetInt32();

    /// <summary>As if so much of the storage were used by others.</summary>
    private async Task FillAsync(ApiUser owner, long bytes)
    {
        var id = (await app.WorkspaceOfAsync(owner)).Id;
        await app.InDatabaseAsync(db =>
            db.Workspaces.Where(w => w.Id == id).ExecuteUpdateAsync(set => set.SetProperty(w => w.StorageBytes, bytes))
        );
    }

    private static async Task<long> UsedAsync(ApiUser visitor) =>
        (await visitor.GetJsonAsync("/api/session")).GetProperty("usage").GetProperty("storageBytes").GetInt64();

    private async Task<Guid> AddAsync() => (await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"))).GetProperty("id").GetGuid();

    private async Task<List<Guid>> ListAsync(string address) => IdsOf(await app.Owner.GetJsonAsync(address));

    private static List<Guid> IdsOf(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}
