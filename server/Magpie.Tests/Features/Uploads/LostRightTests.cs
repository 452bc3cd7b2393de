using System.Net;
using Magpie.Features.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Magpie.Tests.Features.Uploads;

/// <summary>Whoever may not add files any more adds none, whatever of them is on its way.</summary>
public sealed class LostRightTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const int Length = 1_500_000;
    private const int Sent = 1_100_000;
    private const string Sentence = "You can no longer add files to this group, so this one was stopped. Ask an admin for access.";

    private readonly byte[] bytes = PaddedVideo.Of(Length, 7);

    [Theory]
    [InlineData(null, 404, "not-found")]
    [InlineData(GroupRole.Viewer, 403, "not-allowed")]
    public async Task An_open_upload_ends_with_the_right_to_add_files(GroupRole? role, int status, string problem)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var (tus, upload) = (new TusClient(member.Http), await BeginAsync(member));
        using (await tus.PatchAsync(upload, 0, bytes[..Sent])) { }

        await app.SetRoleAsync(member, role);

        await (await tus.PatchAsync(upload, Sent, bytes[Sent..])).ShouldBeProblemAsync(status, problem);
        await NothingIsLeftAsync(upload);
        Assert.Equal(HttpStatusCode.NotFound, (await tus.HeadAsync(upload)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(GroupRole.Viewer)]
    public async Task A_request_that_is_under_way_ends_although_no_more_bytes_come(GroupRole? role)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var upload = await BeginAsync(member);
        using var running = await HangingPatch.BeginAsync(app, member, upload, 0, Length);
        await running.SendAsync(bytes[..Sent]);
        await WaitUntilWrittenAsync(upload);

        await app.SetRoleAsync(member, role);

        var (status, text) = await running.AnswerAsync();
        Assert.Equal(403, status);
        Assert.Contains(Sentence, text, StringComparison.Ordinal);
        await NothingIsLeftAsync(upload);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(GroupRole.Viewer)]
    public async Task The_last_byte_completes_nothing_once_the_right_is_lost(GroupRole? role)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        for (var round = 0; round < 5; round++)
        {
            var upload = await BeginAsync(member);
            using var running = await HangingPatch.BeginAsync(app, member, upload, 0, Length);
            await running.SendAsync(bytes[..^1]);
            await WaitUntilWrittenAsync(upload);
            await app.SetRoleAsync(member, role);

            await running.SendAsync(bytes[^1..]);

            Assert.Equal(403, (await running.AnswerAsync()).Status);
            await NothingIsLeftAsync(upload);
            await BringBackAsync(member, role);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(GroupRole.Viewer)]
    public async Task Nor_does_a_part_count_that_ends_then(GroupRole? role)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        for (var round = 0; round < 5; round++)
        {
            var upload = await BeginAsync(member);
            using var running = await HangingPatch.BeginAsync(app, member, upload, 0, Sent);
            await running.SendAsync(bytes[..(Sent - 1)]);
            await WaitUntilWrittenAsync(upload);
            await app.SetRoleAsync(member, role);

            await running.SendAsync(bytes[(Sent - 1)..Sent]);

            Assert.Equal(403, (await running.AnswerAsync()).Status);
            await NothingIsLeftAsync(upload);
            await BringBackAsync(member, role);
        }
    }

    [Fact]
    public async Task What_a_contributor_sent_as_an_editor_becomes_a_draft()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var still = FreeMedia.BytesOf("still.gif");
        var tus = new TusClient(member.Http);
        var upload = (await tus.CreateAsync(still.Length, "a.gif")).Header("Location");
        await app.SetRoleAsync(member, GroupRole.Contributor);

        using var answer = await tus.PatchAsync(upload, 0, still);

        Assert.Equal("draft", (await app.Owner.WaitUntilUnderstoodAsync(answer.Header("Magpie-Asset"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task With_a_token_ends_what_it_began_also_while_it_is_sent()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var (id, text) = await member.MakeTokenAsync("write");
        var program = app.NewVisitor(text);
        var upload = await BeginAsync(program);
        using var running = await HangingPatch.BeginAsync(app, program, upload, 0, Length, token: text);
        await running.SendAsync(bytes[..Sent]);
        await WaitUntilWrittenAsync(upload);

        using var revoked = await member.Http.DeleteAsync($"/api/tokens/{id}");
        Assert.True(revoked.IsSuccessStatusCode);

        Assert.Equal(403, (await running.AnswerAsync()).Status);
        await NothingIsLeftAsync(upload);
    }

    [Fact]
    public async Task Signing_out_ends_what_is_being_sent_and_keeps_what_came_for_whoever_signs_in_again()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var upload = await BeginAsync(member);
        using var running = await HangingPatch.BeginAsync(app, member, upload, 0, Length);
        await running.SendAsync(bytes[..Sent]);
        await WaitUntilWrittenAsync(upload);

        using var signedOut = await member.Http.DeleteAsync("/api/session");

        var (status, text) = await running.AnswerAsync();
        Assert.Equal(204, status);
        Assert.Contains($"Upload-Offset: {Sent}", text, StringComparison.Ordinal);
        Assert.Equal(
            "Receiving",
            await app.InDatabaseAsync(async db => $"{(await db.Uploads.SingleAsync(u => u.Id == IdOf(upload))).State}")
        );
    }

    [Fact]
    public async Task A_revoked_token_does_not_complete_what_its_member_began()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var (id, text) = await member.MakeTokenAsync("write");
        var upload = await BeginAsync(member);
        using var running = await HangingPatch.BeginAsync(app, member, upload, 0, Length, token: text);
        await running.SendAsync(bytes[..^1]);
        await WaitUntilWrittenAsync(upload);
        using var revoked = await member.Http.DeleteAsync($"/api/tokens/{id}");

        await running.SendAsync(bytes[^1..]);

        // 204 where the request was ended, with the token, before its last byte was read.
        var (status, answer) = await running.AnswerAsync();
        Assert.True(
            status is 403 || (status is 204 && !answer.Contains($"Upload-Offset: {Length}", StringComparison.Ordinal)),
            $"{status} {answer}"
        );
        Assert.Empty((await new TusClient(member.Http).HeadAsync(upload)).Header("Magpie-Asset"));
        Assert.Equal(
            "Receiving",
            await app.InDatabaseAsync(async db => $"{(await db.Uploads.SingleAsync(u => u.Id == IdOf(upload))).State}")
        );
    }

    [Fact]
    public async Task What_nobody_asks_for_again_is_swept_away_and_its_storage_free()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var upload = await BeginAsync(member);
        var reserved = (await app.WorkspaceOfAsync(member)).ReservedBytes;
        await app.SetRoleAsync(member, null);

        await (await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).TriggerJob(UploadSweep.Key);

        await ApiUser.WaitForAsync(() => app.InDatabaseAsync(db => db.Uploads.CountAsync(u => u.Id == IdOf(upload))), left => left == 0);
        Assert.Equal(reserved - Length, (await app.WorkspaceOfAsync(member)).ReservedBytes);
    }

    private static Guid IdOf(string upload) => Guid.Parse(upload[^36..]);

    private static async Task<string> BeginAsync(ApiUser member) =>
        (await new TusClient(member.Http).CreateAsync(Length, "film.mp4")).Header("Location");

    private async Task BringBackAsync(ApiUser member, GroupRole? role)
    {
        if (role is not null)
        {
            await app.SetRoleAsync(member, GroupRole.Editor);
            return;
        }

        var (user, group) = (await Team.UserIdAsync(member), await app.MainGroupAsync());
        await app.InDatabaseAsync(db =>
        {
            db.GroupMembers.Add(
                new()
                {
                    GroupId = group,
                    UserId = user,
                    Role = GroupRole.Editor,
                }
            );
            return db.SaveChangesAsync();
        });
    }

    private Task<long> WaitUntilWrittenAsync(string upload) =>
        ApiUser.WaitForAsync(
            () =>
                Task.FromResult(
                    app.BlobFilesOf(IdOf(upload)).Sum(file => new FileInfo(Path.Combine(app.DataFolder, "blobs", file)).Length)
                ),
            written => written > 0
        );

    private async Task NothingIsLeftAsync(string upload)
    {
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Uploads.CountAsync(u => u.Id == IdOf(upload))));
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Assets.CountAsync(a => a.Id == IdOf(upload))));
        await ApiUser.WaitForAsync(() => Task.FromResult(app.BlobFilesOf(IdOf(upload)).Count), files => files == 0);
    }
}
