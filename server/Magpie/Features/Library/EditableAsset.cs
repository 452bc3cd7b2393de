using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class EditableAsset
{
    private static readonly RuleViolation ViewersOnlyLook = new(
        "not-allowed",
        "Viewers of a group cannot change what is in it. Ask an admin for another role."
    );

    private static readonly RuleViolation OthersAsset = new(
        "not-allowed",
        "Contributors change only what they added themselves. Ask an editor of the group."
    );

    public static readonly RuleViolation EditorsOnly = new(
        "not-allowed",
        "Only editors of the group can do this. Ask one of them, or an admin for another role."
    );

    public static readonly RuleViolation HeldByOthers = new(
        "not-allowed",
        "Posts of other people, or planned or published ones, hold this. Contributors can’t take it out of them: ask an editor of "
            + "the group."
    );

    /// <summary>The asset, tracked; or nothing because the caller cannot see it; or a refusal because they may only look.</summary>
    public static async Task<(Asset? Asset, ProblemHttpResult? Refusal)> FindEditableAssetAsync(
        this MagpieDbContext db,
        Guid assetId,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.EditableAssetsOf(caller).SingleOrDefaultAsync(a => a.Id == assetId, ct) is { } asset)
        {
            return (asset, null);
        }

        var role = await db.AssetsOf(caller)
            .Where(a => a.Id == assetId)
            .Join(db.MembershipsOf(caller), a => a.GroupId, m => m.GroupId, (_, m) => (GroupRole?)m.Role)
            .SingleOrDefaultAsync(ct);
        return (null, role is { } known ? Problems.Of(NotAllowed(known)) : null);
    }

    /// <summary>Why somebody of this role may not change an asset.</summary>
    public static RuleViolation NotAllowed(GroupRole role) => role is GroupRole.Viewer ? ViewersOnlyLook : OthersAsset;
}
