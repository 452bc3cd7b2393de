using System.Net;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Uploads;

/// <summary>What is on its way in is the owners' to see, and to stop.</summary>
public sealed class OpenUploadTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string Sentence = "An owner or admin of the workspace stopped this upload. Ask them before you send the file again.";

    private readonly byte[] bytes = FreeMedia.BytesOf("coast.jpg");

    [Fact]
    public async Task Owners_and_admins_see_who_sends_what_and_nobody_else_does()
    {
        var (member, admin, stranger) = (
            await app.AddMemberAsync(GroupRole.Contributor),
            await app.AddMemberAsync(GroupRole.Viewer),
            await app.AddStrangerAsync()
        );
        var user = await Team.UserIdAsync(admin);
        await app.InDatabaseAsync(db =>
            db.WorkspaceMembers.Where(m => m.UserId == user).ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, WorkspaceRole.Admin))
        );
        var upload = await BeginAsync(member, "coast at dawn.jpg");

        foreach (var one in new[] { app.Owner, admin })
        {
            var list = await one.GetJsonAsync("/api/open-uploads");
            var open = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == IdOf(upload));
            Assert.Equal("coast at dawn.jpg", open.GetProperty("name").GetString());
            Assert.Equal("Mia", open.GetProperty("sender").GetProperty("name").GetString());
            Assert.Equal((bytes.Length, 1000), (open.GetProperty("bytes").GetInt32(), open.GetProperty("receivedBytes").GetInt32()));
            Assert.True(list.GetProperty("reservedBytes").GetInt64() >= bytes.Length);
        }

        await (await member.Http.GetAsync("/api/open-uploads")).ShouldBeProblemAsync(403, "not-allowed");
        await (await member.Http.DeleteAsync($"/api/open-uploads/{IdOf(upload)}")).ShouldBeProblemAsync(403, "not-allowed");
        Assert.Empty((await stranger.GetJsonAsync("/api/open-uploads")).GetProperty("items").EnumerateArray());
        await (await stranger.Http.DeleteAsync($"/api/open-uploads/{IdOf(upload)}")).ShouldBeProblemAsync(404, "not-found");
        Assert.Equal("1000", (await new TusClient(member.Http).HeadAsync(upload)).Header("Upload-Offset"));
    }

    [Fact]
    public async Task Who_sends_what_an_owner_has_stopped_is_told_so()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var (tus, upload) = (new TusClient(member.Http), await BeginAsync(member, "a.jpg"));
        var reserved = (await app.WorkspaceOfAsync(app.Owner)).ReservedBytes;

        using var stopped = await app.Owner.Http.DeleteAsync($"/api/open-uploads/{IdOf(upload)}");

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.Equal(reserved - bytes.Length, (await app.WorkspaceOfAsync(app.Owner)).ReservedBytes);
        Assert.Empty(app.BlobFilesOf(IdOf(upload)));
        Assert.Equal(HttpStatusCode.Gone, (await tus.HeadAsync(upload)).StatusCode);
        Assert.Equal(
            Sentence,
            (await (await tus.PatchAsync(upload, 1000, bytes[1000..])).ShouldBeProblemAsync(410, "upload-cancelled")).Sentence()
        );
        Assert.DoesNotContain(
            (await app.Owner.GetJsonAsync("/api/open-uploads")).GetProperty("items").EnumerateArray(),
            item => item.GetProperty("id").GetGuid() == IdOf(upload)
        );
        await (await app.Owner.Http.DeleteAsync($"/api/open-uploads/{IdOf(upload)}")).ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_request_that_is_under_way_ends_with_its_upload()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var upload = await BeginAsync(member, "b.jpg");
        using var running = await HangingPatch.BeginAsync(app, member, upload, 1000, bytes.Length - 1000);
        await running.SendAsync(bytes[1000..^1]);

        using var stopped = await app.Owner.Http.DeleteAsync($"/api/open-uploads/{IdOf(upload)}");

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        var (status, text) = await running.AnswerAsync();
        Assert.Equal(410, status);
        Assert.Contains(Sentence, text, StringComparison.Ordinal);
        await ApiUser.WaitForAsync(() => Task.FromResult(app.BlobFilesOf(IdOf(upload)).Count), files => files == 0);
    }

    private async Task<string> BeginAsync(ApiUser member, string name)
    {
        var tus = new TusClient(member.Http);
        var upload = (await tus.CreateAsync(bytes.Length, name)).Header("Location");
        using var answer = await tus.PatchAsync(upload, 0, bytes[..1000]);
        Assert.Equal("1000", answer.Header("Upload-Offset"));
        return upload;
    }

    private static Guid IdOf(string upload) => Guid.Parse(upload[^36..]);
}
