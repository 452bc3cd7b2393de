using Magpie.Core.Ingest;
using Magpie.Core.Quota;
using Magpie.Model.Billing;
using Magpie.Model.Media;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

/// <summary>Who I am, my groups, my plan, and the limits an upload must keep.</summary>
public sealed record SessionDetails(
    SessionUser User,
    SessionWorkspace Workspace,
    IReadOnlyList<SessionGroup> Groups,
    SessionLimits Limits,
    SessionUsage Usage
);

/// <param name="Language">The language they chose, as a BCP 47 tag. Null follows the browser.</param>
public sealed record SessionUser(Guid Id, string Email, string Name, string? Language);

public sealed record SessionWorkspace(Guid Id, string Name, WorkspaceRole Role, PlanName Plan);

public sealed record SessionGroup(Guid Id, string Name, GroupRole Role);

/// <param name="UploadPartBytes">A good size for one PATCH of an upload.</param>
public sealed record SessionLimits(
    long ImageBytes,
    long VideoBytes,
    int MaxMegapixels,
    int UploadPartBytes,
    IReadOnlyList<MediaFormat> Formats
);

/// <param name="StorageLimitBytes">Null: without limit.</param>
public sealed record SessionUsage(long StorageBytes, long? StorageLimitBytes);

internal sealed class SessionReader(MagpieDbContext db, IOptions<LimitOptions> limits, IOptions<MediaOptions> media, PlanCatalog plans)
{
    /// <summary>Null when they are in no workspace.</summary>
    public async Task<SessionDetails?> ReadAsync(Guid userId, CancellationToken ct, Guid? onlyGroup = null)
    {
        var user = await db
            .Users.Where(u => u.Id == userId)
            .Select(u => new SessionUser(u.Id, u.Email!, u.Name, u.Language))
            .SingleAsync(ct);
        var member = await db.WorkspaceMembers.Where(m => m.UserId == userId).OrderBy(m => m.WorkspaceId).FirstOrDefaultAsync(ct);
        if (member is null)
        {
            return null;
        }

        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == member.WorkspaceId, ct);
        var groups = await db
            .GroupMembers.Where(m => m.UserId == userId && (onlyGroup == null || m.GroupId == onlyGroup))
            .Join(
                db.Groups,
                m => m.GroupId,
                g => g.Id,
                (m, g) =>
                    new
                    {
                        m.Role,
                        g.Id,
                        g.Name,
                    }
            )
            .OrderBy(g => g.Id)
            .Select(g => new SessionGroup(g.Id, g.Name, g.Role))
            .ToListAsync(ct);

        return new(
            user,
            new(workspace.Id, workspace.Name, member.Role, workspace.Plan),
            groups,
            new(
                limits.Value.ImageBytes,
                limits.Value.VideoBytes,
                media.Value.MaxMegapixels,
                LimitOptions.SuggestedPartBytes,
                Enum.GetValues<MediaFormat>()
            ),
            new(workspace.StorageBytes + workspace.ReservedBytes, plans[workspace.Plan].StorageBytes)
        );
    }
}
