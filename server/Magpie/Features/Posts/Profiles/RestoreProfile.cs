using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Profiles;

/// <summary>Puts an archived profile back into use.</summary>
internal static class RestoreProfile
{
    public static async Task<Results<Ok<ProfileDetails>, ProblemHttpResult>> HandleAsync(
        Guid profileId,
        Caller caller,
        MagpieDbContext db,
        ProfileInput input,
        ChangeFeed changes,
        CancellationToken ct
    )
    {
        var (profile, refusal) = await db.FindEditableProfileAsync(profileId, caller, ct);
        if (profile is null)
        {
            return Problems.Of(refusal!);
        }

        profile.Unarchive();
        if (await input.FaultAsync(profile, ct) is { Code: "profile-exists" } taken)
        {
            return Problems.Of(taken);
        }

        if (await input.SaveAsync(profile) is (false, var violation))
        {
            return violation is null ? Problems.Of(RuleViolation.NotFound) : Problems.Of(violation);
        }

        changes.Publish(profile.GroupId, ChangeKind.Profile, ChangeAction.Changed, profile.Id);
        return await db.ReadProfileAsync(profile.Id, ct) is { } now ? TypedResults.Ok(now) : Problems.Of(RuleViolation.NotFound);
    }
}
