namespace Magpie.Model.Billing;

public enum PlanName { Free, Starter, Professional, Enterprise }

/// <summary>What a workspace may use. Null is "without limit".</summary>
/// <param name="StorageBytes">Originals kept, in bytes of 1,000,000 to the MB.</param>
/// <param name="Videos">Whether videos may be kept at all.</param>
public sealed record Plan(long? StorageBytes, bool Videos)
{
    public RuleViolation VideosNotIncluded(string name) => new(
        "videos-not-in-plan", $"*{name}* is a video, and this plan keeps pictures only. Change the plan to keep videos.");
}
