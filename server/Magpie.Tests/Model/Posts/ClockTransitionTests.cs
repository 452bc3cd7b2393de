using Magpie.Model.Posts;

namespace Magpie.Tests.Model.Posts;

public sealed class ClockTransitionTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_scheduled_post_falls_due_at_its_second()
    {
        var post = Scheduled();

        Assert.False(AppliesTo(ClockTransition.Due(Now.AddHours(1).AddSeconds(-1)), post));
        Assert.True(AppliesTo(ClockTransition.Due(Now.AddHours(1)), post));
        Assert.Equal(PostState.Due, ClockTransition.Due(Now).To);
    }

    [Fact]
    public void A_due_post_is_missed_after_a_while_and_a_scheduled_one_is_not()
    {
        var later = ClockTransition.Missed(Now.AddHours(25), TimeSpan.FromHours(24));
        var post = Scheduled();
        Assert.False(AppliesTo(later, post));

        post.State = PostState.Due;
        Assert.True(AppliesTo(later, post));
        Assert.False(AppliesTo(ClockTransition.Missed(Now.AddHours(24), TimeSpan.FromHours(24)), post));
        Assert.Equal(PostState.Missed, later.To);
    }

    [Theory, InlineData(PostState.Draft), InlineData(PostState.Due), InlineData(PostState.Missed), InlineData(PostState.Published)]
    public void Nothing_else_falls_due(PostState state)
    {
        var post = Scheduled();
        post.State = state;

        Assert.False(AppliesTo(ClockTransition.Due(Now.AddDays(1)), post));
    }

    [Fact]
    public void A_deleted_post_stays_as_it_is()
    {
        var post = Scheduled();
        post.Delete("[]", Now);

        Assert.False(AppliesTo(ClockTransition.Due(Now.AddDays(1)), post));
    }

    private static bool AppliesTo(ClockTransition transition, Post post) => transition.AppliesTo.Compile()(post);

    private static Post Scheduled()
    {
        var post = new Post
        {
            GroupId = Guid.Empty,
            ProfileId = Guid.Empty,
            CreatedById = Guid.Empty,
            CreatedAt = Now,
        };
        Assert.Null(post.Schedule(PostTime.At(Now.AddHours(1), TimeZoneInfo.Utc), Now));
        return post;
    }
}
