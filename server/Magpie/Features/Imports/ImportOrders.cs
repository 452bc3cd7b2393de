using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>The asset that the first import will become, and all that were begun.</summary>
public sealed record StartedImports : ArrivingAsset
{
    /// <summary>Where the status of the first import is.</summary>
    internal string Address => $"/api/imports/{Items[0].Id}";

    internal StartedImports(IReadOnlyList<Import> imports)
        : base(Of(imports[0])) => Items = [.. imports.Select(ImportDetails.Of)];

    public IReadOnlyList<ImportDetails> Items { get; }
}

/// <param name="IsNamed">A person chose the name.</param>
/// <param name="Bytes">The announced size; null when unknown.</param>
internal sealed record ImportOrder(AssetOrigin Origin, string Address, string Name, bool IsNamed, long? Bytes = null);

/// <summary>Queues files for import, wherever they are: all of them or none.</summary>
internal sealed class ImportOrders(
    MagpieDbContext db,
    ImportWorker worker,
    ChangeFeed changes,
    IOptions<ImportOptions> options,
    TimeProvider time
)
{
    /// <param name="group">The member's first one where none is named.</param>
    public async Task<(StartedImports? Started, RuleViolation? Refusal)> PlaceAsync(
        Caller caller,
        Guid? group,
        IReadOnlyList<string>? labels,
        IReadOnlyList<ImportOrder> orders,
        CancellationToken ct
    )
    {
        var membership = await db.FindMembershipAsync(caller, group, ct);
        if (membership is null)
        {
            return (null, RuleViolation.NotFound);
        }

        if (membership.Role.CheckAdd() is { } notAllowed)
        {
            return (null, notAllowed);
        }

        var workspace = await db.Groups.Where(g => g.Id == membership.GroupId).Select(g => g.WorkspaceId).SingleAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldMemberAsync(caller.UserId);
        var open = await db.Imports.CountAsync(i => i.UserId == caller.UserId && i.EndedAt == null, ct);
        if (open + orders.Count > options.Value.MaxOpenPerMember)
        {
            return (null, ImportProblems.TooMany(options.Value.MaxOpenPerMember));
        }

        List<Import> imports =
        [
            .. orders.Select(order => new Import
            {
                WorkspaceId = workspace,
                GroupId = membership.GroupId,
                UserId = caller.UserId,
                Origin = order.Origin,
                Address = order.Address,
                Name = FileNames.Clean(order.Name),
                IsNamed = order.IsNamed,
                TotalBytes = order.Bytes,
                Labels = Label.ReadAll(labels ?? []),
                StartsAsDraft = membership.Role.AddsDrafts(),
                TokenId = caller.TokenId,
                CreatedAt = time.GetUtcNow().UtcDateTime,
            }),
        ];
        db.Imports.AddRange(imports);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        worker.Wake();
        changes.Publish(membership.GroupId, ChangeKind.Import, ChangeAction.Created, [.. imports.Select(import => import.Id)]);
        return (new StartedImports(imports), null);
    }
}
