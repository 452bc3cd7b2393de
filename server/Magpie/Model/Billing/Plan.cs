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

/// <summary>What a workspace may use. Null is "without limit".</summary>
/// <param name="StorageBytes">Originals kept, in bytes of 1,000,000 to the MB.</param>
/// <param name="Videos">Whether videos may be kept at all.</param>
/// <param name="PostsPerMonth">Posts whose planned day lies in one month; drafts are none.</param>
public sealed record Plan(long? StorageBytes, bool Videos, int? PostsPerMonth)
{
    public RuleViolation VideosNotIncluded(string name) =>
        new RuleViolation(
            "videos-not-in-plan",
            $"*{name}* is a video, and this plan keeps pictures only. Change the plan to keep videos."
        ).With(("file", name));

    /// <param name="month">As it is counted: 202611.</param>
    /// <param name="scheduled">How many count in it already.</param>
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
