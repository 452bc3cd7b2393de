using System.Net;
using System.Net.Http.Json;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Library;

public sealed class LabelLimitTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_full_group_takes_no_new_label_however_many_ask_at_once_and_its_own_ones_go_on()
    {
        var group = await app.AddGroupAsync("Nearly full of labels");
        var asset = await AddAsync(group);
        await FillAsync(group, Label.MaxPerGroup - 1, carriedBy: asset);

        var other = await AddAsync(group);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => LabelAsync(other, $"new {i}")));
        using var known = await LabelAsync(other, "filled 1");

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        var refused = answers.First(answer => answer.StatusCode is not HttpStatusCode.OK);
        var problem = await refused.ShouldBeProblemAsync(409, "too-many-labels");
        Assert.Equal(
            "This group has 20,000 labels, and no more fit. Use one that is there, or ask an editor to delete some in the settings.",
            problem.Sentence()
        );
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(Label.MaxPerGroup, await CountAsync(group));
    }

    [Fact]
    public async Task A_file_comes_into_a_full_group_with_those_of_its_labels_that_are_there_and_none_is_moved_there_without_its_own()
    {
        var group = await app.AddGroupAsync("Full of labels");
        await FillAsync(group, Label.MaxPerGroup, carriedBy: await AddAsync(group));

        var added = await AddAsync(group, "filled 7,unheard of");
        var outside = await AddAsync(await app.MainGroupAsync(), "unheard of");
        using var moved = await app.Owner.Http.PostAsJsonAsync(
            "/api/assets/actions",
            new
            {
                action = "move",
                assetIds = new[] { outside },
                groupId = group,
            }
        );

        Assert.Equal(["filled 7"], await LabelsOfAsync(added));
        await moved.ShouldBeProblemAsync(409, "too-many-labels");
        Assert.Equal(["unheard of"], await LabelsOfAsync(outside));
    }

    [Fact]
    public async Task Labels_that_nothing_carries_give_way_where_a_group_is_full()
    {
        var group = await app.AddGroupAsync("Full of labels that nothing carries");
        var asset = await AddAsync(group, "kept");
        await FillAsync(group, Label.MaxPerGroup - 1, carriedBy: null);

        using var labelled = await LabelAsync(asset, "filled 3", "new");

        Assert.Equal(HttpStatusCode.OK, labelled.StatusCode);
        Assert.Equal(["filled 3", "kept", "new"], await LabelsOfAsync(asset));
        Assert.Equal(3, await CountAsync(group));
    }

    private async Task<Guid> AddAsync(Guid group, string? labels = null)
    {
        var (tus, bytes) = (new TusClient(app.Owner.Http), FreeMedia.BytesOf("still.gif"));
        var metadata = $"{TusClient.Metadata("labelled.gif", $"{group}")},labels {TusClient.Base64(labels ?? "")}";
        using var created = await tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            null,
            ("Upload-Length", $"{bytes.Length}"),
            ("Upload-Metadata", metadata)
        );
        using var answer = await tus.PatchAsync(created.Header("Location"), 0, bytes);
        return Guid.Parse(answer.Header("Magpie-Asset").Split('/')[^1]);
    }

    private Task<HttpResponseMessage> LabelAsync(Guid asset, params string[] labels) =>
        app.Owner.Http.PostAsJsonAsync(
            "/api/assets/actions",
            new
            {
                action = "label",
                assetIds = new[] { asset },
                labels,
            }
        );

    private async Task<List<string?>> LabelsOfAsync(Guid asset) =>
        [
            .. (await app.Owner.GetJsonAsync($"/api/assets/{asset}"))
                .GetProperty("labels")
                .EnumerateArray()
                .Select(label => label.GetString())
                .Order(StringComparer.Ordinal),
        ];

    private Task<int> CountAsync(Guid group) => app.InDatabaseAsync(db => db.Labels.CountAsync(label => label.GroupId == group));

    /// <param name="carriedBy">No label of a single asset is counted here; null: by none.</param>
    private Task<int> FillAsync(Guid group, int count, Guid? carriedBy) =>
        app.InDatabaseAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Labels" ("GroupId", "Name", "SearchName", "CreatedAt")
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {2})
                SELECT {0}, 'filled ' || i, 'filled ' || i, {1} FROM n
                """,
                db.KeyOf(group),
                db.MomentOf(DateTime.UnixEpoch),
                count
            );
            return carriedBy is not { } asset
                ? 0
                : await db.Database.ExecuteSqlRawAsync(
                    """INSERT INTO "AssetLabels" ("LabelId", "Position") SELECT l."Id", a."Position" FROM "Labels" l, "Assets" a WHERE l."GroupId" = {0} AND a."Id" = {1}""",
                    db.KeyOf(group),
                    db.KeyOf(asset)
                );
        });
}
