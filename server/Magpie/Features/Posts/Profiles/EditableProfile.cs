using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Profiles;

internal static class EditableProfile
{
    /// <summary>The profile, tracked; or nothing because the caller cannot see it; or a refusal.</summary>
    public static async Task<(Profile? Profile, ProblemHttpResult? Refusal)> FindEditableProfileAsync(
        this MagpieDbContext db,
        Guid profileId,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.ProfilesOf(caller).SingleOrDefaultAsync(p => p.Id == profileId, ct) is not { } profile ? (null, null)
        : await db.IsEditorAsync(caller, profile.GroupId, ct) ? (profile, null)
        : (null, Problems.Of(PostRefusals.EditorsOnly));
}
