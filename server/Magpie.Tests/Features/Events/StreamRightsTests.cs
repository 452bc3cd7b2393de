using System.Globalization;
using Magpie.Core.Changes;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Features.Events;

/// <summary>A stream outlives the request that was let in; it must not outlive the right to it.</summary>
public sealed class StreamRightsTests(StreamRightsTests.BeatingApp app) : IClassFixture<StreamRightsTests.BeatingApp>
{
    [Fact]
    public async Task A_stream_of_a_token_ends_when_that_is_revoked()
    {
        var (id, text) = await app.Owner.MakeTokenAsync("read");
        await using var listener = await Listener.ListenAsync(app.NewVisitor(text));

        await app.Owner.Http.DeleteAsync($"/api/tokens/{id}");

        await listener.EndAsync();
    }

    [Fact]
    public async Task A_stream_of_a_session_ends_with_it_and_those_of_others_go_on()
    {
        var owner = await app.AddOwnerAsync();
        var other = app.NewVisitor();
        await other.SignInAsync(owner.Email);
        await using var ending = await Listener.ListenAsync(other);
        await using var staying = await Listener.ListenAsync(owner);

        await owner.Http.DeleteAsync("/api/sessions");

        await ending.EndAsync();
        await staying.BeatAsync();
    }

    [Fact]
    public async Task A_stream_ends_when_its_member_is_no_longer_of_a_group()
    {
        var member = await app.AddMemberAsync(GroupRole.Viewer);
        var id = (await member.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("id").GetGuid();
        await using var listener = await Listener.ListenAsync(member);

        await app.InDatabaseAsync(db => db.GroupMembers.Where(m => m.UserId == id).ExecuteDeleteAsync());

        await listener.EndAsync();
    }

    [Fact]
    public async Task A_stream_that_is_never_quiet_is_looked_at_all_the_same()
    {
        var owner = await app.AddOwnerAsync();
        var group = (await owner.GetJsonAsync("/api/session")).GetProperty("groups")[0].GetProperty("id").GetGuid();
        await using var listener = await Listener.ListenAsync(owner);
        await owner.Http.DeleteAsync("/api/session");
        using var enough = new CancellationTokenSource();
        var noise = Task.Run(async () =>
        {
            using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (!enough.IsCancellationRequested)
            {
                app.Services.GetRequiredService<ChangeFeed>().Publish(group, ChangeKind.Label, ChangeAction.Changed);
                await often.WaitForNextTickAsync();
            }
        });

        await listener.EndAsync();

        await enough.CancelAsync();
        await noise;
    }

    [Fact]
    public async Task A_group_that_I_come_to_is_heard_from_the_next_beat_on()
    {
        var owner = await app.AddOwnerAsync();
        var id = (await owner.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("id").GetGuid();
        await using var listener = await Listener.ListenAsync(owner);
        var other = await app.AddGroupAsync("Late");
        await app.InDatabaseAsync(async db =>
        {
            db.GroupMembers.Add(
                new()
                {
                    GroupId = other,
                    UserId = id,
                    Role = GroupRole.Viewer,
                }
            );
            return await db.SaveChangesAsync();
        });

        var heard = listener.NextAsync("label");
        await ApiUser.WaitForAsync(
            () =>
            {
                app.Services.GetRequiredService<ChangeFeed>().Publish(other, ChangeKind.Label, ChangeAction.Changed);
                return Task.FromResult(heard.IsCompleted);
            },
            completed => completed
        );

        Assert.Equal(other, (await heard).GetProperty("group").GetGuid());
    }

    [Fact]
    public async Task A_member_has_only_so_many_streams_and_may_open_another_one_for_each_that_closes()
    {
        var (owner, other) = (await app.AddOwnerAsync(), await app.AddOwnerAsync());
        var first = await Listener.ListenAsync(owner);
        await using var second = await Listener.ListenAsync(owner);
        await using var third = await Listener.ListenAsync(owner);

        using var refused = await owner.Http.GetAsync("/api/events");

        var problem = await refused.ShouldBeProblemAsync(429, "too-many-streams");
        Assert.Equal(
            "Magpie is open in too many tabs or programs of yours. Close some of them; this one then updates by itself again.",
            problem.Sentence()
        );
        Assert.InRange(int.Parse(refused.Header("Retry-After"), CultureInfo.InvariantCulture), 10, 300);
        await using var others = await Listener.ListenAsync(other);
        await first.DisposeAsync();
        await ApiUser.WaitForAsync(
            async () =>
            {
                using var again = await owner.Http.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead);
                return (int)again.StatusCode;
            },
            status => status == 200
        );
    }

    /// <summary>Looks every second, and lets each have three.</summary>
    public sealed class BeatingApp : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Magpie:Events:BeatSeconds", "1"), new("Magpie:Events:StreamsPerMember", "3")];
    }
}
