using Magpie.Model.Accounts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>
/// The one place that says what a caller may see. Every query for something of a group goes through it, so that a foreign id is simply not
/// found.
/// </summary>
internal static class GroupAccess
{
    // Compiled, because nearly every request asks this; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, Guid, Guid?, CancellationToken, Task<GroupMember?>> FindMembership = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid user, Guid? group, CancellationToken _) =>
            db
                .GroupMembers.AsNoTracking()
                .Where(m => m.UserId == user && (group == null || m.GroupId == group))
                .OrderBy(m => m.GroupId)
                .FirstOrDefault()
    );

    public static IQueryable<GroupMember> MembershipsOf(this MagpieDbContext db, Caller caller) =>
        db.GroupMembers.Where(m => m.UserId == caller.UserId && (caller.OnlyGroup == null || m.GroupId == caller.OnlyGroup));

    /// <summary>Null when the caller is not in that group.</summary>
    public static async Task<GroupRole?> FindRoleAsync(this MagpieDbContext db, Caller caller, Guid group, CancellationToken ct) =>
        (await db.FindMembershipAsync(caller, group, ct))?.Role;

    /// <summary>
    /// The membership in the named group, or in the caller's first one if none is named. Null when the caller has no such group.
    /// </summary>
    public static Task<GroupMember?> FindMembershipAsync(this MagpieDbContext db, Caller caller, Guid? group, CancellationToken ct) =>
        caller.OnlyGroup is { } only && group is { } other && only != other
            ? Task.FromResult<GroupMember?>(null)
            : FindMembership(db, caller.UserId, group ?? caller.OnlyGroup, ct);
}
