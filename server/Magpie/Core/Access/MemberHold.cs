using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;

namespace Magpie.Core.Access;

internal static class MemberHold
{
    private const string Row = """SELECT "Id" FROM "Accounts" WHERE "Id" = @p0""";

    /// <summary>
    /// In a transaction, before that is counted of which a member may have so many: whoever adds to it at the same moment comes first and
    /// is counted, or waits until the transaction ends. Before the workspace's row, where that is held as well.
    /// </summary>
    public static Task HoldMemberAsync(this MagpieDbContext db, Guid userId) => db.FindIdAsync(Row + SqlDialect.Of(db).HoldAlone, userId);
}
