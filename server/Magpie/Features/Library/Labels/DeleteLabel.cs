using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Labels;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Labels;

/// <summary>Takes a label off all its assets; the assets stay.</summary>
internal static class DeleteLabel
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long labelId,
        Caller caller,
        MagpieDbContext db,
        ChangeFeed changes,
        CancellationToken ct
    )
    {
        var (label, refusal) = await db.FindEditableLabelAsync(labelId, caller, ct);
        if (label is null)
        {
            return Problems.Of(refusal!);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (!await db.HoldAsync(label, CancellationToken.None))
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        await db.AssetLabels.Where(l => l.LabelId == labelId).ExecuteDeleteAsync(CancellationToken.None);
        await db.Labels.Where(l => l.Id == labelId).ExecuteDeleteAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        changes.Publish(label.GroupId, ChangeKind.Label, ChangeAction.Deleted);
        return TypedResults.NoContent();
    }
}
