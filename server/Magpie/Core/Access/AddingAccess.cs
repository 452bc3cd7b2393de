using Magpie.Model.Imports;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;

namespace Magpie.Core.Access;

/// <summary>Who may add files to a group at this moment: what began when they might ends when they may not any more.</summary>
internal static class AddingAccess
{
    private const string RoleOf = """SELECT "Role" FROM "GroupMembers" WHERE "UserId" = @p0 AND "GroupId" = @p1""";
    private const string Token = """SELECT "Id" FROM "AccessTokens" WHERE "Id" = @p0""";

    /// <summary>
    /// In a transaction that has written already: the role as it is and stays until the transaction ends. Whoever takes it away at the
    /// same time either comes first, and nothing is let in, or waits until all of it is.
    /// </summary>
    /// <param name="tokens">All of them must still be there.</param>
    /// <returns>Null where the member may not add files any more.</returns>
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

    /// <summary>Those whose member may not add files to their group any more, or whose token was revoked.</summary>
    public static IQueryable<Upload> WithoutRight(this IQueryable<Upload> uploads, MagpieDbContext db) =>
        uploads.Where(u =>
            !u.FromServer
            && (
                !db.GroupMembers.Any(m => m.UserId == u.UserId && m.GroupId == u.GroupId && GroupPermissions.Adding.Contains(m.Role))
                || (u.TokenId != null && !db.AccessTokens.Any(t => t.Id == u.TokenId))
            )
        );

    /// <summary>As with uploads.</summary>
    public static IQueryable<Import> WithoutRight(this IQueryable<Import> imports, MagpieDbContext db) =>
        imports.Where(i =>
            !db.GroupMembers.Any(m => m.UserId == i.UserId && m.GroupId == i.GroupId && GroupPermissions.Adding.Contains(m.Role))
            || (i.TokenId != null && !db.AccessTokens.Any(t => t.Id == i.TokenId))
        );
}
