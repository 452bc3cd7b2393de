using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

internal static class GetImport
{
    public static async Task<Results<Ok<ImportDetails>, ProblemHttpResult>> HandleAsync(
        Guid importId,
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct
    ) =>
        await db.ImportsOf(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct) is { } import
            ? TypedResults.Ok(ImportDetails.Of(import))
            : Problems.Of(RuleViolation.NotFound);
}
