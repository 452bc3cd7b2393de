using System.Buffers.Text;
using System.Security.Cryptography;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Sharing;

/// <param name="Url">
/// Works for anybody who has it, without signing in, until it is switched off. Only a path where the server does not know at which address
/// people open it: a name that a request brings could lead them elsewhere.
/// </param>
public sealed record SharedLink(string Url);

internal static class SwitchLinkOn
{
    private const int TokenBytes = 16;

    private static readonly RuleViolation Draft = new("asset-is-draft", "This is a draft. Mark it as ready first, then share it.");

    private static readonly RuleViolation InTrash = new("in-trash", "This asset is in the trash. Restore it first.");

    /// <summary>Switching it on again answers the same address.</summary>
    public static async Task<Results<Ok<SharedLink>, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        HttpContext http,
        PublicAddress address,
        Caller caller,
        MagpieDbContext db,
        CleanFiles files,
        ChangeFeed changes,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return Problems.Of(refusal!);
        }

        if (await HindranceAsync(asset, caller, db, ct) is { } hindrance)
        {
            return Problems.Of(hindrance);
        }

        var (file, violation) = await files.EnsureAsync(asset, ct);
        if (file is null)
        {
            return Problems.Of(violation ?? RuleViolation.NotFound);
        }

        // Locks and checks as deleting, moving and sharing do: making the file took long enough for any of them to happen.
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.LockQuotaAsync(asset.WorkspaceId, CancellationToken.None);
        db.ChangeTracker.Clear();
        (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, CancellationToken.None);
        if (asset is null)
        {
            return Problems.Of(refusal!);
        }

        if (await HindranceAsync(asset, caller, db, CancellationToken.None) is { } newHindrance)
        {
            return Problems.Of(newHindrance);
        }

        var link = await db.PublicLinks.AsNoTracking().SingleOrDefaultAsync(l => l.AssetId == assetId, CancellationToken.None);
        if (link is null)
        {
            link = new()
            {
                AssetId = assetId,
                Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)),
                CreatedById = caller.UserId,
                CreatedAt = time.GetUtcNow().UtcDateTime,
            };
            db.PublicLinks.Add(link);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            changes.Publish(new(asset.GroupId, ChangeKind.Asset, ChangeAction.Changed, [asset.Id], ["publicPath"]));
        }

        return TypedResults.Ok(new SharedLink(address.For(http) + AssetAddresses.Public(link.Token, asset)));
    }

    private static async Task<RuleViolation?> HindranceAsync(Asset asset, Caller caller, MagpieDbContext db, CancellationToken ct) =>
        asset.TrashedAt is not null ? InTrash
        : !asset.AwaitsEditor ? null
        : (await db.FindRoleAsync(caller, asset.GroupId, ct))?.CanManageLibrary() is true ? Draft
        : PermissionRefusals.ContributorsDraft;
}
