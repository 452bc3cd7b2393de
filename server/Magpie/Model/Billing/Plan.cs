using System.Globalization;
using Magpie.Model.Texts;

namespace Magpie.Model.Billing;

public enum PlanName
{
    Free,
    Starter,
    Professional,
    Enterprise,
}

/// <summary>What a workspace may use. Null means no limit.</summary>
/// <param name="StorageBytes">Size of all originals, in bytes; a MB is 1,000,000 bytes.</param>
/// <param name="Videos">Whether videos may be kept at all.</param>
/// <param name="PostsPerMonth">Posts planned for one month; drafts do not count.</param>
public sealed record Plan(long? StorageBytes, bool Videos, int? PostsPerMonth)
{
    public RuleViolation VideosNotIncluded(string name) =>
        new RuleViolation(
            "videos-not-in-plan",
            $"*{name}* is a video, and this plan includes pictures only. Change the plan to add videos."
        ).With(("file", name));

    /// <param name="month">As it is counted: 202611.</param>
    /// <param name="scheduled">How many posts count in that month already.</param>
    public RuleViolation? MonthIsFull(int month, int scheduled) =>
        PostsPerMonth is null || scheduled < PostsPerMonth
            ? null
            : new RuleViolation(
                "posts-full",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scheduled:#,0} of {PostsPerMonth:#,0} posts are planned for {MonthText.Name(month)}, which is all that this plan has. Change "
                        + $"the plan, move a post to another month, or keep this one as a draft."
                )
            ).With(("scheduled", scheduled), ("limit", PostsPerMonth), ("month", MonthText.Of(month)));
}
