using System.Globalization;
using Magpie.Model.Accounts;
using Magpie.Model.Billing;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>Where somebody uploads to, and everything that decides whether they may.</summary>
internal sealed record UploadPlace(Guid GroupId, GroupRole Role, Guid WorkspaceId, PlanName Plan);

/// <summary>An upload, and what decides whether it may continue.</summary>
/// <param name="Role">The member's current role in the group; null when they have left it.</param>
/// <param name="HasToken">False when a token started the upload and was revoked.</param>
internal sealed record FoundUpload(Upload Upload, GroupRole? Role, bool HasToken);

/// <summary>An upload belongs to the person who started it. Nobody else can find it.</summary>
internal static class UploadAccess
{
    // Compiled, because every upload asks these; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, Guid, Guid?, CancellationToken, Task<UploadPlace?>> Place = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid user, Guid? group, CancellationToken _) =>
            db
                .GroupMembers.Where(m => m.UserId == user && (group == null || m.GroupId == group))
                .OrderBy(m => m.GroupId)
                .Join(
                    db.Groups,
                    m => m.GroupId,
                    g => g.Id,
                    (m, g) =>
                        new
                        {
                            m.GroupId,
                            m.Role,
                            g.WorkspaceId,
                        }
                )
                .Join(db.Workspaces, m => m.WorkspaceId, w => w.Id, (m, w) => new UploadPlace(m.GroupId, m.Role, w.Id, w.Plan))
                .FirstOrDefault()
    );

    private static readonly Func<MagpieDbContext, Guid, Guid, Guid?, CancellationToken, Task<FoundUpload?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid upload, Guid user, Guid? onlyGroup, CancellationToken _) =>
            db
                .Uploads.AsNoTracking()
                .Where(u => u.Id == upload && u.UserId == user && (onlyGroup == null || u.GroupId == onlyGroup))
                .Select(u => new FoundUpload(
                    u,
                    db.GroupMembers.Where(m => m.UserId == u.UserId && m.GroupId == u.GroupId)
                        .Select(m => (GroupRole?)m.Role)
                        .SingleOrDefault(),
                    u.TokenId == null || db.AccessTokens.Any(t => t.Id == u.TokenId)
                ))
                .SingleOrDefault()
    );

    private const string Open = """SELECT COUNT(*) FROM "Uploads" WHERE "UserId" = @p0 AND "State" = 'Receiving'""";

    /// <summary>How many uploads a member has under way, in any group. Exact while the member's row is locked.</summary>
    public static async Task<long> CountOpenUploadsAsync(this MagpieDbContext db, Guid userId) =>
        Convert.ToInt64(await db.FindAsync(Open, userId), CultureInfo.InvariantCulture);

    /// <summary>In the named group, or in the caller's first one if none is named. Null when the caller has no such group.</summary>
    public static Task<UploadPlace?> FindUploadPlaceAsync(this MagpieDbContext db, Caller caller, Guid? group, CancellationToken ct) =>
        caller.OnlyGroup is { } only && group is { } other && only != other
            ? Task.FromResult<UploadPlace?>(null)
            : Place(db, caller.UserId, group ?? caller.OnlyGroup, ct);

    public static Task<FoundUpload?> FindUploadAsync(this MagpieDbContext db, Guid uploadId, Caller caller, CancellationToken ct) =>
        Find(db, uploadId, caller.UserId, caller.OnlyGroup, ct);
}
