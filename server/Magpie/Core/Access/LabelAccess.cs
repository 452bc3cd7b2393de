using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

internal static class LabelAccess
{
    /// <summary>The label, tracked; or why the caller may not change it.</summary>
    public static async Task<(Label? Label, RuleViolation? Refusal)> FindEditableLabelAsync(
        this MagpieDbContext db,
        long labelId,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.Labels.SingleOrDefaultAsync(l => l.Id == labelId, ct) is not { } label ? (null, RuleViolation.NotFound)
        : await db.FindMembershipAsync(caller, label.GroupId, ct) is not { } member ? (null, RuleViolation.NotFound)
        : member.Role.CheckManageLibrary() is { } refusal ? (null, refusal)
        : (label, null);
}
