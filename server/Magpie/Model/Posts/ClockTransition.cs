using System.Linq.Expressions;

namespace Magpie.Model.Posts;

/// <summary>A change of state that the clock makes, not a person. One statement for each post, so that it happens once.</summary>
/// <param name="Until">Applies to posts planned for this moment or earlier, in UTC.</param>
public sealed record ClockTransition(PostState From, PostState To, DateTime Until)
{
    /// <summary>A scheduled post whose time has come.</summary>
    public static ClockTransition Due(DateTime now) => new(PostState.Scheduled, PostState.Due, now);

    /// <summary>A due post that nobody has published within <paramref name="missedAfter"/>.</summary>
    public static ClockTransition Missed(DateTime now, TimeSpan missedAfter) => new(PostState.Due, PostState.Missed, now - missedAfter);

    public Expression<Func<Post, bool>> AppliesTo => p => p.State == From && p.ScheduledAt <= Until && p.DeletedAt == null;
}
