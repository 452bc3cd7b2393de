using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Profiles;

public sealed record ProfileList(IReadOnlyList<ProfileDetails> Items);

internal static class ListProfiles
{
    /// <param name="archived">Also those that are archived.</param>
    public static async Task<Results<Ok<ProfileList>, ProblemHttpResult>> HandleAsync(
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct,
        Guid? group = null,
        bool archived = false
    ) =>
        await db.FindMembershipAsync(caller, group, ct) is { } member
            ? TypedResults.Ok(
                new ProfileList(
                    await db.ReadProfilesAsync(
                        db.Profiles.Where(p => p.GroupId == member.GroupId && (archived || p.ArchivedAt == null))
                            .OrderBy(p => p.Network)
                            .ThenBy(p => p.Handle),
                        ct
                    )
                )
            )
            : Problems.Of(RuleViolation.NotFound);
}
