using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

internal static class UserNames
{
    public static async Task<Dictionary<Guid, string>> NamesOfAsync(
        this MagpieDbContext db,
        IEnumerable<Guid> accountIds,
        CancellationToken ct
    )
    {
        var ids = accountIds.Distinct().ToList();
        return await db
            .Users.Where(u => ids.Contains(u.Id))
            .Select(u => new { u.Id, u.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, ct);
    }
}
