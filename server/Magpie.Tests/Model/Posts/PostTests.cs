using Magpie.Model.Posts;

namespace Magpie.Tests.Model.Posts;

public sealed class PostTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc);
    private static readonly PlannedTime Tomorrow = At(Now.AddDays(1));

    [Fact]
    public void A_draft_with_a_time_counts_in_no_month_until_it_is_scheduled()
    {
        var post = Draft();
        post.SetPlannedTime(Tomorrow);
        Assert.Equal((PostState.Draft, null, Tomorrow.Utc), (post.State, post.CountsIn, post.ScheduledAt));

        Assert.Null(post.Schedule(Tomorrow, Now));
        Assert.Equal((PostState.Scheduled, 202611), (post.State, post.CountsIn));

        Assert.Null(post.Unschedule());
        Assert.Equal((PostState.Draft, null, Tomorrow.Local), (post.State, post.CountsIn, post.LocalTime));
    }

    [Fact]
    public void The_month_that_counts_is_the_one_on_the_clock_of_the_place()
    {
        var post = Draft();
        post.Schedule(PostTime.Plan(new(2026, 12, 1, 0, 30, 0), PostTime.FindZone("Europe/Berlin")!), Now);

        Assert.Equal((11, 202612), (post.ScheduledAt!.Value.Month, post.CountsIn));
    }

    [Theory, InlineData(0), InlineData(-1)]
    public void A_time_that_is_over_is_refused_and_changes_nothing(int minutes)
    {
        var post = Draft();

        Assert.Equal("time-past", post.Schedule(At(Now.AddMinutes(minutes)), Now)?.Code);
        Assert.Equal((PostState.Draft, null), (post.State, post.LocalTime));
    }

    [Theory, InlineData(PostState.Scheduled), InlineData(PostState.Due), InlineData(PostState.Missed)]
    public void What_is_planned_due_or_missed_is_moved_and_published(PostState state)
    {
        var post = In(state);
        Assert.Null(post.Schedule(Tomorrow, Now));
        Assert.Equal(PostState.Scheduled, post.State);

        post = In(state);
        Assert.Null(post.Publish("https://example.org/1", Now));
        Assert.Equal((PostState.Published, Now, "https://example.org/1"), (post.State, post.PublishedAt, post.PublishedUrl));
    }

    [Fact]
    public void A_draft_is_not_published()
    {
        var post = Draft();

        Assert.Equal("post-is-draft", post.Publish(null, Now)?.Code);
        Assert.Equal(PostState.Draft, post.State);
    }

    [Fact]
    public void What_is_published_is_locked_and_saying_so_again_only_changes_the_address()
    {
        var post = In(PostState.Due);
        post.Publish(null, Now);

        Assert.Equal("post-published", post.EditBlocker?.Code);
        Assert.Equal("post-published", post.Schedule(Tomorrow, Now)?.Code);
        Assert.Equal("post-published", post.Unschedule()?.Code);
        Assert.Equal("post-published", post.Snooze(Tomorrow, Now)?.Code);
        Assert.Null(post.Publish("https://example.org/2", Now.AddHours(1)));
        Assert.Null(post.Publish(null, Now.AddHours(2)));
        Assert.Equal((Now, "https://example.org/2"), (post.PublishedAt, post.PublishedUrl));
    }

    [Theory, InlineData(PostState.Draft), InlineData(PostState.Scheduled)]
    public void Only_what_is_due_or_missed_can_be_snoozed(PostState state) =>
        Assert.Equal("post-not-due", In(state).Snooze(Tomorrow, Now)?.Code);

    [Theory, InlineData(PostState.Due), InlineData(PostState.Missed)]
    public void Snoozing_moves_the_time_and_leaves_the_month(PostState state)
    {
        var post = In(state);
        var month = post.CountsIn;

        Assert.Null(post.Snooze(At(Now.AddDays(8)), Now));

        Assert.Equal((PostState.Scheduled, month, Now.AddDays(8)), (post.State, post.CountsIn, post.ScheduledAt));
    }

    [Fact]
    public void What_is_deleted_makes_room_in_its_month_unless_it_was_published()
    {
        var (planned, published) = (In(PostState.Scheduled), In(PostState.Due));
        published.Publish(null, Now);
        planned.Delete("[]", Now);
        published.Delete("[]", Now);
        Assert.Equal((null, 202611), (planned.CountsIn, published.CountsIn));

        planned.Restore();
        published.Restore();
        Assert.Equal((202611, 202611, null), (planned.CountsIn, published.CountsIn, planned.DeletedAt));
    }

    [Fact]
    public void Every_change_of_a_person_raises_the_version_and_says_who_it_was()
    {
        var (post, who) = (Draft(), Guid.NewGuid());
        post.Touch(who, Now);
        post.Touch(who, Now.AddMinutes(1));

        Assert.Equal((2, who, Now.AddMinutes(1)), (post.Version, post.ChangedById, post.ChangedAt));
    }

    [Theory]
    [InlineData(0, 0, 1, 1, true)]
    [InlineData(0.25, 0.25, 0.75, 0.7504, true)]
    [InlineData(-0.1, 0, 1, 1, false)]
    [InlineData(0.5, 0, 0.6, 1, false)]
    [InlineData(0, 0, 0.009, 1, false)]
    [InlineData(double.NaN, 0, 1, 1, false)]
    [InlineData(0, 0, double.PositiveInfinity, 1, false)]
    public void A_crop_lies_within_the_picture(double x, double y, double width, double height, bool good)
    {
        var crop = new Crop(x, y, width, height);
        Assert.Equal(good, crop.Fault() is null);
        Assert.Equal(crop, Crop.Parse(crop.ToString()));
    }

    [Theory]
    [InlineData(0, 2, true)]
    [InlineData(1, 1.05, false)]
    [InlineData(-1, 2, false)]
    [InlineData(2, 1, false)]
    [InlineData(0, 5, false)]
    public void A_trim_lies_within_the_video(double start, double end, bool good)
    {
        var trim = new Trim(start, end);
        Assert.Equal(good, trim.Fault(3) is null);
        Assert.Equal(trim, Trim.Parse(trim.ToString()));
    }

    private static Post Draft() =>
        new()
        {
            GroupId = Guid.NewGuid(),
            ProfileId = Guid.NewGuid(),
            CreatedById = Guid.NewGuid(),
            CreatedAt = Now,
        };

    private static Post In(PostState state)
    {
        var post = Draft();
        if (state is not PostState.Draft)
        {
            post.Schedule(At(Now.AddMinutes(-30)), Now.AddHours(-1));
            post.State = state;
        }

        return post;
    }

    private static PlannedTime At(DateTime utc) => PostTime.At(utc, TimeZoneInfo.Utc);
}
