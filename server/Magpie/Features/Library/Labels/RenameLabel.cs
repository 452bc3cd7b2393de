using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Labels;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Labels;

/// <param name="Merge">Where another label has this name already, the two become one.</param>
public sealed record RenameLabelRequest([property: Required] string Name, bool Merge = false);

internal static class RenameLabel
{
    public static async Task<Results<Ok<LabelSummary>, ProblemHttpResult>> HandleAsync(
        long labelId,
        RenameLabelRequest request,
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

        var (name, violation) = Label.Read(request.Name);
        if (violation is not null)
        {
            return Problems.Of(violation);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (!await db.HoldAsync(label, CancellationToken.None))
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var searchName = Label.Identify(name!);
        var other = await db.Labels.SingleOrDefaultAsync(
            l => l.GroupId == label.GroupId && l.SearchName == searchName && l.Id != labelId,
            ct
        );
        if (other is not null && !request.Merge)
        {
            return Problems.Of(
                new RuleViolation("label-exists", $"There is a label *{other.Name}* already. Merge the two, or choose another name.").With(
                    ("label", other.Name),
                    ("labelId", other.Id),
                    ("count", other.AssetCount)
                )
            );
        }

        if (other is null)
        {
            label.Name = name!;
            await db.SaveChangesAsync(CancellationToken.None);
        }
        else
        {
            await db.MergeLabelsAsync(from: label.Id, into: other.Id);
            db.ChangeTracker.Clear();
        }

        var left = await db.Labels.AsNoTracking().SingleAsync(l => l.Id == (other ?? label).Id, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        changes.Publish(label.GroupId, ChangeKind.Label, ChangeAction.Changed);
        return TypedResults.Ok(LabelSummary.Of(left));
    }
}
