using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>Which assets a caller sees, and which of them they may change.</summary>
internal static class AssetAccess
{
    public static IQueryable<Asset> AssetsOf(this MagpieDbContext db, Caller caller) =>
        db.Assets.Where(a =>
            db.GroupMembers.Any(m =>
                m.GroupId == a.GroupId && m.UserId == caller.UserId && (caller.OnlyGroup == null || m.GroupId == caller.OnlyGroup)
            )
        );

    /// <summary>The asset, tracked; or why the caller may not change it.</summary>
    public static async Task<(Asset? Asset, RuleViolation? Refusal)> FindEditableAssetAsync(
        this MagpieDbContext db,
        Guid assetId,
        Caller caller,
        CancellationToken ct
    )
    {
        var found = await db
            .Assets.Where(a => a.Id == assetId)
            .Join(db.MembershipsOf(caller), a => a.GroupId, m => m.GroupId, (asset, member) => new { Asset = asset, member.Role })
            .SingleOrDefaultAsync(ct);
        return found is null ? (null, RuleViolation.NotFound)
            : found.Role.CheckEdit(found.Asset, caller.UserId) is { } refusal ? (null, refusal)
            : (found.Asset, null);
    }
}
