using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Database;

namespace Magpie.Core.Access;

internal static class ImportAccess
{
    /// <summary>
    /// An import belongs to the person who asked for it. Nobody else can find it, nor can they once they have left its group.
    /// </summary>
    public static IQueryable<Import> ImportsOf(this MagpieDbContext db, Caller caller) =>
        db.Imports.Where(i =>
            i.UserId == caller.UserId
            && (caller.OnlyGroup == null || i.GroupId == caller.OnlyGroup)
            && db.GroupMembers.Any(m => m.UserId == i.UserId && m.GroupId == i.GroupId)
        );
}
