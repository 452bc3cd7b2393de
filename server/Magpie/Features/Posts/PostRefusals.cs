using Magpie.Model;

namespace Magpie.Features.Posts;

/// <summary>What is wrong with a request about posts, in words.</summary>
internal static class PostRefusals
{
    public static readonly RuleViolation MediaGone = new RuleViolation(
        "post-media",
        "Some of these media, or the profile, have just been deleted. Choose others."
    ).With(("reason", "deleted"));

    public static readonly RuleViolation TwiceInSet = new(
        "post-in-set",
        "There already is a post on this profile that belongs together with this one. Change that one instead."
    );

    public static readonly RuleViolation WrongRange = new(
        "range",
        "A range has a from and a to, such as 2026-11-01T00:00, the second one later."
    );

    public static readonly RuleViolation TimeNeeded = new(
        "time-needed",
        "A planned post needs a time. Make it a draft again to take its time away."
    );

    public static readonly RuleViolation Snooze = new("snooze", "Say how many minutes from now, at most a week, or until when.");

    public static readonly RuleViolation WebAddress = new("web-address", "The address of a post begins with https://.");

    public static readonly RuleViolation ChangedMeanwhile = new(
        "post-changed",
        "Somebody just changed this post. Review their version first."
    );
}
