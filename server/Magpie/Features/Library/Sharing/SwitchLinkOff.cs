using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Sharing;

internal static class SwitchLinkOff
{
    /// <summary>The address is dead at once; switching on later makes another one.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        Caller caller,
        MagpieDbContext db,
        ChangeFeed changes,
        CancellationToken ct
    )
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return Problems.Of(refusal!);
        }

        if (await db.PublicLinks.Where(l => l.AssetId == assetId).ExecuteDeleteAsync(ct) > 0)
        {
            changes.Publish(new(asset.GroupId, ChangeKind.Asset, ChangeAction.Changed, [asset.Id], ["publicPath"]));
        }

        return TypedResults.NoContent();
    }
}
