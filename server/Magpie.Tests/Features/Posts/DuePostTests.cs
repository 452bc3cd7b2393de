using System.Globalization;
using Magpie.Model.Posts;
using Magpie.Tests.Features.Library;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Posts;

/// <summary>What the clock does to planned posts; it runs ten times as fast here.</summary>
public sealed class DuePostTests(HurriedApp app) : IClassFixture<HurriedApp>
{
    [Fact]
    public async Task A_post_is_due_at_its_time_can_be_snoozed_and_is_missed_when_nobody_has_published_it()
    {
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(timeZone: "UTC"), await app.Owner.AddPictureAsync("Due"));
        using var early = await app.Owner.TryAsync(post, "snooze", new { minutes = 5 });
        await early.ShouldBeProblemAsync(409, "post-not-due");

        // Ten of its minutes are one of ours, so the next but one is never far.
        var soon = app.Now.AddMinutes(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        post = await app.Owner.ScheduleAsync(post, soon);
        var due = await Visitor.WaitForAsync(() => app.Owner.PostAsync(post), now => now.Text("state") is not "scheduled");
        Assert.Equal("due", due.Text("state"));

        var snoozed = await app.Owner.DoAsync(due, "snooze", new { minutes = 2 });
        Assert.Equal("scheduled", snoozed.Text("state"));
        Assert.True(string.CompareOrdinal(soon, snoozed.Text("localTime")) < 0);
        await Visitor.WaitForAsync(() => app.Owner.PostAsync(post), now => now.Text("state") is "due");

        var longAgo = app.Now.AddDays(-2);
        await app.InDatabaseAsync(db => db.Posts.Where(p => p.Id == post.Id()).ExecuteUpdateAsync(set => set.SetProperty(p => p.ScheduledAt, longAgo)));
        await Visitor.WaitForAsync(() => app.Owner.PostAsync(post), now => now.Text("state") is "missed");
        var published = await app.Owner.DoAsync(post, "publish", new { });
        Assert.Equal("published", published.Text("state"));
        Assert.Equal(PostState.Published, await app.InDatabaseAsync(db => db.Posts.Where(p => p.Id == post.Id()).Select(p => p.State).SingleAsync()));
    }
}
