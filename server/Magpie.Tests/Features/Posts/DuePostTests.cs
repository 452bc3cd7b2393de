using System.Globalization;
using Magpie.Model.Posts;
using Magpie.Tests.Features.Library;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Magpie.Tests.Features.Posts;

/// <summary>What the clock does to planned posts; it runs ten times as fast here.</summary>
public sealed class DuePostTests(FastClockApp app) : IClassFixture<FastClockApp>
{
    [Fact]
    public async Task The_clock_of_a_post_that_a_restart_has_forgotten_is_set_again_before_its_time()
    {
        var post = await app.Owner.AddPostAsync(
            await app.Owner.AddProfileAsync(timeZone: "UTC"),
            await app.Owner.AddPictureAsync("Forgotten")
        );
        await app.Owner.ScheduleAsync(post, "2041-05-10T09:00");
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        // It is set behind the answer.
        var clock = (
            await ApiUser.WaitForAsync(
                async () =>
                    (
                        await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals("posts"), TestContext.Current.CancellationToken)
                    ).SingleOrDefault(key => key.Name == $"{post.Id():n}"),
                key => key is not null
            )
        )!;
        await scheduler.UnscheduleJob(clock, TestContext.Current.CancellationToken);

        // Eleven of our seconds; where the machine does not get to look at the clock in that time, once more.
        var soon = DateTime.MinValue;
        await ApiUser.WaitForAsync(
            async () =>
            {
                if (soon < app.Now)
                {
                    soon = app.Now.AddSeconds(110);
                    await app.InDatabaseAsync(db =>
                        db.Posts.Where(p => p.Id == post.Id())
                            .ExecuteUpdateAsync(set =>
                                set.SetProperty(p => p.State, PostState.Scheduled).SetProperty(p => p.ScheduledAt, soon)
                            )
                    );
                }

                return (await scheduler.GetTrigger(clock, TestContext.Current.CancellationToken))?.StartTimeUtc;
            },
            fires => fires is { } moment && (moment.UtcDateTime - soon).Duration() < TimeSpan.FromMilliseconds(5)
        );
    }

    [Fact]
    public async Task A_post_is_due_at_its_time_can_be_snoozed_and_is_missed_when_nobody_has_published_it()
    {
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(timeZone: "UTC"), await app.Owner.AddPictureAsync("Due"));
        using var early = await app.Owner.TryAsync(post, "snooze", new { minutes = 5 });
        await early.ShouldBeProblemAsync(409, "post-not-due");

        // Ten of its minutes are one of ours, so this is never far.
        var soon = app.Now.AddMinutes(3).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        post = await app.Owner.ScheduleAsync(post, soon);
        var due = await ApiUser.WaitForAsync(() => app.Owner.PostAsync(post), now => now.Text("state") is not "scheduled");
        Assert.Equal("due", due.Text("state"));
        // Whoever is reminded need not wait for what is to be published.
        await ApiUser.WaitForAsync(
            () => app.InDatabaseAsync(db => db.PublishFiles.CountAsync(f => f.PostId == post.Id())),
            files => files == 1
        );

        var snoozed = await app.Owner.DoAsync(due, "snooze", new { minutes = 2 });
        Assert.Equal("scheduled", snoozed.Text("state"));
        Assert.True(string.CompareOrdinal(soon, snoozed.Text("localTime")) < 0);
        await ApiUser.WaitForAsync(() => app.Owner.PostAsync(post), now => now.Text("state") is "due");

        var longAgo = app.Now.AddDays(-2);
        await app.InDatabaseAsync(db =>
            db.Posts.Where(p => p.Id == post.Id()).ExecuteUpdateAsync(set => set.SetProperty(p => p.ScheduledAt, longAgo))
        );
        await ApiUser.WaitForAsync(() => app.Owner.PostAsync(post), now => now.Text("state") is "missed");
        var published = await app.Owner.DoAsync(post, "publish", new { });
        Assert.Equal("published", published.Text("state"));
        Assert.Equal(
            PostState.Published,
            await app.InDatabaseAsync(db => db.Posts.Where(p => p.Id == post.Id()).Select(p => p.State).SingleAsync())
        );
    }
}
