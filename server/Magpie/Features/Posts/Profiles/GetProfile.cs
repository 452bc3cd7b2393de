using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Profiles;

internal static class GetProfile
{
    public static async Task<Results<Ok<ProfileDetails>, ProblemHttpResult>> HandleAsync(
        Guid profileId,
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct
    ) =>
        await db.ReadProfilesAsync(db.ProfilesOf(caller).Where(p => p.Id == profileId), ct) is [var profile]
            ? TypedResults.Ok(profile)
            : Problems.Of(RuleViolation.NotFound);
}
