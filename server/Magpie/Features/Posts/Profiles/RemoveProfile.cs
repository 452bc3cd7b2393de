using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Profiles;

/// <param name="Archived">It has posts, so it was archived and not removed.</param>
public sealed record RemovedProfile(bool Archived);

internal static class RemoveProfile
{
    public static async Task<Results<Ok<RemovedProfile>, ProblemHttpResult>> HandleAsync(
        Guid profileId,
        Caller caller,
        MagpieDbContext db,
        ChangeFeed changes,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var (profile, refusal) = await db.FindEditableProfileAsync(profileId, caller, ct);
        if (profile is null)
        {
            return Problems.Of(refusal!);
        }

        // Locked as when posts are written, so that what is found out about them stays true.
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.LockQuotaOfGroupAsync(profile.GroupId, CancellationToken.None);
        await db.Entry(profile).ReloadAsync(CancellationToken.None);
        if (db.Entry(profile).State is EntityState.Detached)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var archived = await db.Posts.AnyAsync(p => p.ProfileId == profileId, ct);
        if (archived)
        {
            profile.Archive(time.GetUtcNow().UtcDateTime);
        }
        else
        {
            db.Profiles.Remove(profile);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        changes.Publish(profile.GroupId, ChangeKind.Profile, archived ? ChangeAction.Changed : ChangeAction.Deleted, profile.Id);
        return TypedResults.Ok(new RemovedProfile(archived));
    }
}
