using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Labels;

internal static class EditableLabel
{
    /// <summary>
    /// The label, tracked; or nothing because the caller cannot see it; or a refusal because only editors change what all share.
    /// </summary>
    public static async Task<(Label? Label, ProblemHttpResult? Refusal)> FindEditableLabelAsync(
        this MagpieDbContext db,
        long labelId,
        Caller caller,
        CancellationToken ct
    )
    {
        var label = await db.Labels.SingleOrDefaultAsync(l => l.Id == labelId, ct);
        var member = label is null ? null : await db.FindMembershipAsync(caller, label.GroupId, ct);
        return member?.Role switch
        {
            null => (null, null),
            GroupRole.Editor => (label, null),
            _ => (null, Problems.Of(EditableAsset.EditorsOnly)),
        };
    }
}
