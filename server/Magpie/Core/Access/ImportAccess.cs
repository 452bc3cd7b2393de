using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Database;

namespace Magpie.Core.Access;

internal static class ImportAccess
{
    /// <summary>
    /// An import belongs to the person who asked for it; for anyone else, and for them once they have left its group, it is not there.
    /// </summary>
    public static IQueryable<Import> ImportsOf(this MagpieDbContext db, Caller caller) =>
        db.Imports.Where(i =>
            i.UserId == caller.UserId
            && (caller.OnlyGroup == null || i.GroupId == caller.OnlyGroup)
            && db.GroupMembers.Any(m => m.UserId == i.UserId && m.GroupId == i.GroupId)
        );
}
