using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class ActionTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Labels_are_put_on_and_taken_off_and_told_for_each_asset()
    {
        var (first, second) = (await AddAsync(), await AddAsync());
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { first },
                labels = new[] { "Summer" },
            }
        );

        var both = await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { first, second },
                labels = new[] { " summer " },
            }
        );
        Assert.Equal(["unchanged", "done"], OutcomesOf(both, first, second));
        Assert.Equal(["Summer"], LabelsOf(await app.Owner.GetJsonAsync($"/api/assets/{second}")));

        var off = await app.Owner.ActAsync(
            new
            {
                action = "unlabel",
                assetIds = new[] { first },
                labels = new[] { "SUMMER" },
            }
        );
        Assert.Equal(["done"], OutcomesOf(off, first));
        Assert.Empty(LabelsOf(await app.Owner.GetJsonAsync($"/api/assets/{first}")));
    }

    [Fact]
    public async Task Only_what_carries_every_label_is_found()
    {
        var (both, one) = (await AddAsync(), await AddAsync());
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { both, one },
                labels = new[] { "beach" },
            }
        );
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { both },
                labels = new[] { "children's party" },
            }
        );

        Assert.Equal([both], await FindAsync("label=beach&label=children%27s%20party"));
        Assert.Equal([one, both], await FindAsync("label=Beach"));
        Assert.Empty(await FindAsync("label=beach&label=never%20given"));
    }

    [Fact]
    public async Task An_upload_brings_its_labels_along()
    {
        var tus = new TusClient(app.Owner.Http);
        var bytes = FreeMedia.BytesOf("still.gif");
        var metadata = $"filename {TusClient.Base64("labelled.gif")},labels {TusClient.Base64("Autumn, berlin ,autumn")}";
        using var created = await tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            null,
            ("Upload-Length", $"{bytes.Length}"),
            ("Upload-Metadata", metadata)
        );

        using var answer = await tus.PatchAsync(created.Headers.Location!.ToString(), 0, bytes);

        Assert.Equal(["Autumn", "berlin"], LabelsOf(await app.Owner.GetJsonAsync(answer.Header("Magpie-Asset"))));
    }

    [Fact]
    public async Task A_star_is_of_the_member_who_set_it()
    {
        var asset = await AddAsync();
        var viewer = await app.AddMemberAsync(GroupRole.Viewer);
        await viewer.ActAsync(new { action = "star", assetIds = new[] { asset } });

        Assert.True((await viewer.GetJsonAsync($"/api/assets/{asset}")).GetProperty("starred").GetBoolean());
        Assert.False((await app.Owner.GetJsonAsync($"/api/assets/{asset}")).GetProperty("starred").GetBoolean());
        Assert.Equal([asset], IdsOf(await viewer.GetJsonAsync("/api/assets?starred=true")));
        Assert.DoesNotContain(asset, await FindAsync("starred=true"));

        await viewer.ActAsync(new { action = "unstar", assetIds = new[] { asset } });
        Assert.Empty(IdsOf(await viewer.GetJsonAsync("/api/assets?starred=true")));
    }

    [Fact]
    public async Task Editors_take_an_asset_back_to_draft_and_accept_it()
    {
        var asset = await AddAsync();

        Assert.Equal(["done"], OutcomesOf(await app.Owner.ActAsync(new { action = "draft", assetIds = new[] { asset } }), asset));
        Assert.Contains(asset, await FindAsync("status=draft"));
        Assert.Equal(["unchanged"], OutcomesOf(await app.Owner.ActAsync(new { action = "draft", assetIds = new[] { asset } }), asset));
        Assert.Equal(["done"], OutcomesOf(await app.Owner.ActAsync(new { action = "ready", assetIds = new[] { asset } }), asset));
        Assert.DoesNotContain(asset, await FindAsync("status=draft"));
    }

    [Fact]
    public async Task An_action_on_a_filter_goes_on_by_cursor_and_leaves_out_the_exceptions()
    {
        var (first, second, spared) = (
            await AddAsync("filtered a.gif"),
            await AddAsync("filtered b.gif"),
            await AddAsync("filtered c.gif")
        );

        var answer = await app.Owner.ActAsync(
            new
            {
                action = "label",
                filter = new { q = "FILTERED", kind = "image" },
                except = new[] { spared },
                labels = new[] { "many" },
            }
        );

        Assert.Equal(["done", "done"], OutcomesOf(answer, first, second));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("nextCursor").ValueKind);
        Assert.Equal([second, first], await FindAsync("label=many"));
    }

    [Fact]
    public async Task Moving_takes_the_labels_along()
    {
        var asset = await AddAsync();
        var target = await app.AddGroupAsync("Campaigns");
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { asset },
                labels = new[] { "moved" },
            }
        );

        Assert.Equal(
            ["done"],
            OutcomesOf(
                await app.Owner.ActAsync(
                    new
                    {
                        action = "move",
                        assetIds = new[] { asset },
                        groupId = target,
                    }
                ),
                asset
            )
        );

        Assert.Equal([asset], IdsOf(await app.Owner.GetJsonAsync($"/api/assets?group={target}&label=moved")));
        Assert.Empty(await FindAsync("label=moved"));
        Assert.Equal(1, (await app.Owner.GetJsonAsync($"/api/assets/summary?group={target}")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("label")]
    [InlineData("unlabel")]
    [InlineData("star")]
    [InlineData("draft")]
    [InlineData("move")]
    [InlineData("restore")]
    public async Task One_foreign_asset_among_good_ones_stops_the_whole_action(string action)
    {
        var mine = await AddAsync();
        var stranger = await app.AddStrangerAsync();
        var foreign = Guid.Parse((await stranger.UploadAsync(FreeMedia.PathOf("still.gif"))).Split('/')[^1]);

        using var answer = await app.Owner.Http.PostAsJsonAsync(
            "/api/assets/actions",
            new
            {
                action,
                assetIds = new[] { mine, foreign },
                labels = new[] { "x" },
                groupId = await app.MainGroupAsync(),
            }
        );

        await answer.ShouldBeProblemAsync(404, "not-found");
        var unchanged = await app.Owner.GetJsonAsync($"/api/assets/{mine}");
        Assert.Equal(
            ("ready", false, JsonValueKind.Null),
            (
                unchanged.GetProperty("status").GetString(),
                unchanged.GetProperty("starred").GetBoolean(),
                unchanged.GetProperty("trashedAt").ValueKind
            )
        );
        Assert.Empty(LabelsOf(unchanged));
    }

    [Theory]
    [InlineData("delete", GroupRole.Viewer)]
    [InlineData("label", GroupRole.Viewer)]
    [InlineData("ready", GroupRole.Viewer)]
    [InlineData("delete", GroupRole.Contributor)]
    [InlineData("label", GroupRole.Contributor)]
    [InlineData("ready", GroupRole.Contributor)]
    public async Task What_a_role_does_not_allow_is_refused_as_a_whole(string action, GroupRole role)
    {
        var asset = await AddAsync();
        var member = await app.AddMemberAsync(role);

        using var answer = await member.Http.PostAsJsonAsync(
            "/api/assets/actions",
            new
            {
                action,
                assetIds = new[] { asset },
                labels = new[] { "x" },
            }
        );
        using var filtered = await member.Http.PostAsJsonAsync(
            "/api/assets/actions",
            new
            {
                action,
                filter = new { },
                labels = new[] { "x" },
            }
        );
        using var signedOut = await app.NewVisitor()
            .Http.PostAsJsonAsync("/api/assets/actions", new { action, assetIds = new[] { asset } });

        await answer.ShouldBeProblemAsync(403, "not-allowed");
        await filtered.ShouldBeProblemAsync(403, "not-allowed");
        await signedOut.ShouldBeProblemAsync(401, "signed-out");
        Assert.Empty(LabelsOf(await app.Owner.GetJsonAsync($"/api/assets/{asset}")));
    }

    [Fact]
    public async Task A_contributor_labels_and_deletes_what_they_added_themselves()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var address = await contributor.UploadAsync(FreeMedia.PathOf("still.gif"));
        await contributor.WaitUntilUnderstoodAsync(address);
        var id = Guid.Parse(address.Split('/')[^1]);

        Assert.Equal(
            ["done"],
            OutcomesOf(
                await contributor.ActAsync(
                    new
                    {
                        action = "label",
                        assetIds = new[] { id },
                        labels = new[] { "own" },
                    }
                ),
                id
            )
        );
        using var accept = await contributor.Http.PatchAsJsonAsync(address, new { status = "ready" });
        await accept.ShouldBeProblemAsync(403, "not-allowed");
        Assert.Equal(["done"], OutcomesOf(await contributor.ActAsync(new { action = "delete", assetIds = new[] { id } }), id));
    }

    [Fact]
    public async Task An_action_needs_assets_or_a_filter_and_not_both()
    {
        foreach (
            var body in new object[]
            {
                new { action = "star" },
                new
                {
                    action = "star",
                    assetIds = Array.Empty<Guid>(),
                    filter = new { },
                },
            }
        )
        {
            using var answer = await app.Owner.Http.PostAsJsonAsync("/api/assets/actions", body);
            await answer.ShouldBeProblemAsync(400, "invalid-request");
        }
    }

    private async Task<Guid> AddAsync(string name = "still.gif") =>
        (await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"), name)).GetProperty("id").GetGuid();

    private async Task<List<Guid>> FindAsync(string query) => IdsOf(await app.Owner.GetJsonAsync($"/api/assets?{query}"));

    private static List<Guid> IdsOf(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    private static List<string?> LabelsOf(JsonElement asset) =>
        [.. asset.GetProperty("labels").EnumerateArray().Select(label => label.GetString())];

    private static List<string?> OutcomesOf(JsonElement answer, params ReadOnlySpan<Guid> assets)
    {
        var outcomes = answer
            .GetProperty("results")
            .EnumerateArray()
            .ToDictionary(result => result.GetProperty("assetId").GetGuid(), result => result.GetProperty("outcome").GetString());
        Assert.Equal(assets.Length, outcomes.Count);
        return [.. assets.ToArray().Select(asset => outcomes[asset])];
    }
}
