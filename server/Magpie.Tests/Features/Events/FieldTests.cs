using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Events;

/// <summary>An event says what changed, so that nobody asks for what did not.</summary>
public sealed class FieldTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_change_of_a_post_names_its_fields_and_its_version()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        var profile = await app.Owner.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network = "instagram",
                handle = "fields",
                timeZone = "Europe/Berlin",
            }
        );
        await using var listener = await Listener.ListenAsync(app.Owner);
        var made = await (
            await app.Owner.Http.PostAsJsonAsync(
                "/api/posts",
                new { profileId = (await profile.ReadJsonAsync()).GetProperty("id").GetGuid(), caption = "First" }
            )
        ).ReadJsonAsync();
        var post = $"/api/posts/{made.GetProperty("id").GetGuid()}";
        var created = await listener.NextAsync("post");
        Assert.Equal(("created", "", made.GetProperty("version").GetInt32()), (ActionOf(created), FieldsOf(created), VersionOf(created)));

        var version = await EditAsync(VersionOf(created), new { caption = "Second" }, "caption");
        version = await EditAsync(version, new { caption = "Second", title = "T" }, "title");
        version = await EditAsync(version, new { assets = new[] { new { assetId = asset.GetProperty("id").GetGuid() } } }, "assets");
        var day = $"{DateTime.UtcNow.AddDays(9):yyyy-MM-dd}";
        version = await EditAsync(version, new { localTime = $"{day}T09:00" }, "localTime scheduledAt timeZone");

        (await app.Owner.Http.PostAsJsonAsync($"{post}/schedule", new { version, localTime = $"{day}T09:00" })).EnsureSuccessStatusCode();
        var scheduled = await listener.NextAsync("post");
        Assert.Equal(("changed", "state", version + 1), (ActionOf(scheduled), FieldsOf(scheduled), VersionOf(scheduled)));

        (await app.Owner.Http.DeleteAsync(post)).EnsureSuccessStatusCode();
        Assert.Equal("deleted", ActionOf(await listener.NextAsync("post")));
        (await app.Owner.Http.PostAsJsonAsync($"{post}/restore", new { })).EnsureSuccessStatusCode();
        var restored = await listener.NextAsync("post");
        Assert.Equal(("changed", ""), (ActionOf(restored), FieldsOf(restored)));

        async Task<int> EditAsync(int seen, object edit, string fields)
        {
            var body = JsonSerializer.SerializeToNode(edit)!.AsObject();
            body["version"] = seen;
            (await app.Owner.Http.PatchAsJsonAsync(post, body)).EnsureSuccessStatusCode();
            var change = await listener.NextAsync("post");
            Assert.Equal(("changed", fields, seen + 1), (ActionOf(change), FieldsOf(change), VersionOf(change)));
            return seen + 1;
        }
    }

    [Fact]
    public async Task A_change_of_an_asset_names_its_fields_and_a_star_is_told_to_its_member_alone()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.webp"));
        var (address, id) = ($"/api/assets/{asset.GetProperty("id").GetGuid()}", asset.GetProperty("id").GetGuid());
        await using var owner = await Listener.ListenAsync(app.Owner);
        await using var other = await Listener.ListenAsync(await app.AddMemberAsync(GroupRole.Editor));

        await app.Owner.ActAsync(new { action = "star", assetIds = new[] { id } });
        // The word that the asset is ready may come after it can be seen.
        await ApiUser.WaitForAsync(() => owner.NextAsync("asset"), change => FieldsOf(change) == "starred");
        (await app.Owner.Http.PatchAsJsonAsync(address, new { note = "N", altText = "A" })).EnsureSuccessStatusCode();
        await ApiUser.WaitForAsync(() => other.NextAsync("asset"), change => FieldsOf(change) == "altText note");
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { id },
                labels = new[] { "sea" },
            }
        );
        Assert.Equal("labels", FieldsOf(await other.NextAsync("asset")));
        Assert.Equal("count", FieldsOf(await other.NextAsync("label")));
        await app.Owner.ActAsync(new { action = "draft", assetIds = new[] { id } });
        Assert.Equal("status", FieldsOf(await other.NextAsync("asset")));
        (await app.Owner.Http.DeleteAsync(address)).EnsureSuccessStatusCode();
        var trashed = await other.NextAsync("asset");
        Assert.Equal(("deleted", "trashedAt"), (ActionOf(trashed), FieldsOf(trashed)));
    }

    private static string? ActionOf(JsonElement change) => change.GetProperty("action").GetString();

    private static int VersionOf(JsonElement change) => change.GetProperty("version").GetInt32();

    private static string FieldsOf(JsonElement change) =>
        string.Join(' ', change.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).Order(StringComparer.Ordinal));
}
