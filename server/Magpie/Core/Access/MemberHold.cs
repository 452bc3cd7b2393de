using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;

namespace Magpie.Core.Access;

internal static class MemberHold
{
    private const string Row = """SELECT "Id" FROM "Accounts" WHERE "Id" = @p0""";

    /// <summary>
    /// Locks the member's row, before something that a member may only have a number of is counted. Whoever adds one at the same time
    /// either comes first and is counted, or waits until this transaction ends. When the workspace's row is locked as well, this one comes
    /// first.
    /// </summary>
    public static Task HoldMemberAsync(this MagpieDbContext db, Guid userId) => db.FindIdAsync(Row + SqlDialect.Of(db).HoldAlone, userId);
}
