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
    /// <summary>The asset, tracked; or nothing because the caller cannot see it; or a refusal because they may only look.</summary>
    public static async Task<(Asset? Asset, ProblemHttpResult? Refusal)> FindEditableAssetAsync(
        this MagpieDbContext db, Guid assetId, Caller caller, CancellationToken ct)
    {
        if (await db.EditableAssetsOf(caller).SingleOrDefaultAsync(a => a.Id == assetId, ct) is { } asset)
        {
            return (asset, null);
        }

        return await db.AssetsOf(caller).AnyAsync(a => a.Id == assetId, ct)
            ? (null, Problems.Of(new RuleViolation("not-allowed", "Viewers of a group cannot change what is in it. Ask an admin for another role.")))
            : (null, null);
    }
}
