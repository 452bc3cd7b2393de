using System.Net;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class UploadAccessTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly byte[] bytes = FreeMedia.BytesOf("coast.jpg");

    [Fact]
    public async Task Who_has_not_signed_in_uploads_nothing()
    {
        using var answer = await new TusClient(app.NewVisitor().Http).CreateAsync(100, "a.jpg");

        await answer.ShouldBeProblemAsync(401, "signed-out");
    }

    [Fact]
    public async Task Another_members_upload_is_not_there()
    {
        var mine = new TusClient(app.Owner.Http);
        var upload = (await mine.CreateAsync(bytes.Length, "a.jpg")).Header("Location");
        await mine.PatchAsync(upload, 0, bytes[..1000]);

        foreach (var other in new[] { await app.AddMemberAsync(GroupRole.Editor), await app.AddStrangerAsync() })
        {
            var theirs = new TusClient(other.Http);
            Assert.Equal(HttpStatusCode.NotFound, (await theirs.HeadAsync(upload)).StatusCode);
            await (await theirs.PatchAsync(upload, 1000, bytes[1000..])).ShouldBeProblemAsync(404, "not-found");
            await (await theirs.TerminateAsync(upload)).ShouldBeProblemAsync(404, "not-found");
        }

        Assert.Equal("1000", (await mine.HeadAsync(upload)).Header("Upload-Offset"));
    }

    [Fact]
    public async Task A_viewer_is_refused_before_the_first_byte()
    {
        var viewer = await app.AddMemberAsync(GroupRole.Viewer);

        using var answer = await new TusClient(viewer.Http).CreateAsync(100, "a.jpg");

        var problem = await answer.ShouldBeProblemAsync(403, "not-allowed");
        Assert.Equal("Viewers of a group cannot add files to it. Ask an admin for another role.", problem.Sentence());
    }

    [Fact]
    public async Task What_a_contributor_adds_becomes_a_draft_and_what_an_editor_adds_is_ready()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var editor = await app.AddMemberAsync(GroupRole.Editor);

        var draft = await contributor.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        var ready = await editor.AddAssetAsync(FreeMedia.PathOf("still.gif"));

        Assert.Equal("draft", draft.GetProperty("status").GetString());
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal("Mia", draft.GetProperty("createdBy").GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_upload_goes_into_the_group_that_it_names()
    {
        var group = await app.AddGroupAsync("Other");
        using var answer = await new TusClient(app.Owner.Http).SendFileAsync(bytes, "a.jpg", group: $"{group}");

        var asset = await app.Owner.GetJsonAsync(answer.Header("Magpie-Asset"));

        Assert.Equal(group, asset.GetProperty("groupId").GetGuid());
        Assert.Single((await app.Owner.GetJsonAsync($"/api/assets?group={group}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_group_that_is_not_mine_is_not_there()
    {
        var stranger = await app.AddStrangerAsync();

        using var foreign = await new TusClient(stranger.Http).CreateAsync(100, "a.jpg", $"{await app.MainGroupAsync()}");
        using var unknown = await new TusClient(app.Owner.Http).CreateAsync(100, "a.jpg", $"{Guid.NewGuid()}");

        await foreign.ShouldBeProblemAsync(404, "not-found");
        await unknown.ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task The_same_bytes_in_another_group_are_no_duplicate()
    {
        var stranger = await app.AddStrangerAsync();
        await app.Owner.UploadAsync(FreeMedia.PathOf("still.webp"));

        using var answer = await new TusClient(stranger.Http).SendFileAsync(FreeMedia.BytesOf("still.webp"), "a.webp");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(answer.Header("Magpie-Duplicate-Of"));
    }
}
