using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class EditableAsset
{
    public static readonly RuleViolation NotAllowed = new(
        "not-allowed", "Viewers cannot change what is in a group, and contributors only what they added. Ask an admin for another role.");

    public static readonly RuleViolation EditorsOnly = new("not-allowed", "Only editors of the group can do this. Ask one of them, or an admin for another role.");

    /// <summary>The asset, tracked; or nothing because the caller cannot see it; or a refusal because they may only look.</summary>
    public static async Task<(Asset? Asset, ProblemHttpResult? Refusal)> FindEditableAssetAsync(
        this MagpieDbContext db, Guid assetId, Caller caller, CancellationToken ct)
    {
        if (await db.EditableAssetsOf(caller).SingleOrDefaultAsync(a => a.Id == assetId, ct) is { } asset)
        {
            return (asset, null);
        }

        return await db.AssetsOf(caller).AnyAsync(a => a.Id == assetId, ct)
            ? (null, Problems.Of(NotAllowed))
            : (null, null);
    }
}
