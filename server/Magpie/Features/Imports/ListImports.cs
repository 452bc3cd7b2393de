using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <param name="Open">How many of the member's wait or run, also beyond the items.</param>
public sealed record ImportList(IReadOnlyList<ImportDetails> Items, int Open);

/// <summary>A member's own imports: waiting and running ones first, oldest first, then ended ones, newest first.</summary>
internal static class ListImports
{
    private const int Most = 500;

    public static async Task<Ok<ImportList>> HandleAsync(Caller caller, MagpieDbContext db, Guid? group, CancellationToken ct)
    {
        var mine = db.ImportsOf(caller).AsNoTracking().Where(i => group == null || i.GroupId == group);
        var open = await mine.Where(i => i.EndedAt == null).OrderBy(i => i.Id).Take(Most).ToListAsync(ct);
        var ended = await mine.Where(i => i.EndedAt != null).OrderByDescending(i => i.EndedAt).Take(Most).ToListAsync(ct);
        var count = open.Count < Most ? open.Count : await mine.CountAsync(i => i.EndedAt == null, ct);
        return TypedResults.Ok(new ImportList([.. open.Concat(ended).Select(ImportDetails.Of)], count));
    }
}
