using Magpie.Model.Imports;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;

namespace Magpie.Core.Access;

/// <summary>Who may add files to a group right now. What somebody started while they had the right ends when they lose it.</summary>
internal static class AddingAccess
{
    private const string RoleOf = """SELECT "Role" FROM "GroupMembers" WHERE "UserId" = @p0 AND "GroupId" = @p1""";
    private const string Token = """SELECT "Id" FROM "AccessTokens" WHERE "Id" = @p0""";

    /// <summary>
    /// For a transaction that has already written: the member's current role, which cannot change until the transaction ends. Somebody who
    /// takes the role away at the same time either comes first, and nothing is added, or waits until everything is.
    /// </summary>
    /// <param name="tokens">All of them must still exist.</param>
    /// <returns>Null when the member may no longer add files.</returns>
    public static async Task<GroupRole?> HoldAddingRoleAsync(this MagpieDbContext db, Guid userId, Guid groupId, IEnumerable<Guid> tokens)
    {
        var hold = SqlDialect.Of(db).Hold;
        if (await db.FindAsync(RoleOf + hold, userId, groupId) is not string role || !Enum.Parse<GroupRole>(role).CanAdd())
        {
            return null;
        }

        foreach (var token in tokens)
        {
            if (await db.FindIdAsync(Token + hold, token) is null)
            {
                return null;
            }
        }

        return Enum.Parse<GroupRole>(role);
    }

    /// <summary>Uploads whose member may no longer add files to the group, or whose token was revoked.</summary>
    public static IQueryable<Upload> WithoutRight(this IQueryable<Upload> uploads, MagpieDbContext db) =>
        uploads.Where(u =>
            !u.FromServer
            && (
                !db.GroupMembers.Any(m => m.UserId == u.UserId && m.GroupId == u.GroupId && GroupPermissions.Adding.Contains(m.Role))
                || (u.TokenId != null && !db.AccessTokens.Any(t => t.Id == u.TokenId))
            )
        );

    /// <summary>The same for imports.</summary>
    public static IQueryable<Import> WithoutRight(this IQueryable<Import> imports, MagpieDbContext db) =>
        imports.Where(i =>
            !db.GroupMembers.Any(m => m.UserId == i.UserId && m.GroupId == i.GroupId && GroupPermissions.Adding.Contains(m.Role))
            || (i.TokenId != null && !db.AccessTokens.Any(t => t.Id == i.TokenId))
        );
}
