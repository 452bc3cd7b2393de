using System.ComponentModel.DataAnnotations;
using Magpie.Core.Clouds;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Imports;

/// <param name="Id">As the list of files has it.</param>
/// <param name="Name">What it shall be called here.</param>
/// <param name="Bytes">As the list of files has it: what is shown to come before the provider says it again.</param>
public sealed record CloudPick(
    [property: Required] string Id,
    [property: Required] string Name,
    [property: Range(0, long.MaxValue)] long? Bytes = null
);

/// <param name="Group">The member's first one where none is named.</param>
public sealed record ImportFromCloudRequest(
    [property: Required] IReadOnlyList<CloudPick> Files,
    Guid? Group = null,
    IReadOnlyList<string>? Labels = null
);

/// <summary>Queues files of a provider for import: all of them, or none if one cannot be imported.</summary>
internal static class ImportFromCloud
{
    public static async Task<Results<Accepted<StartedImports>, ProblemHttpResult>> HandleAsync(
        EnumName<CloudProvider> provider,
        ImportFromCloudRequest request,
        Caller caller,
        CloudStores stores,
        CloudConnections connections,
        ImportOrders orders,
        CancellationToken ct
    )
    {
        var store = stores[provider.Value];
        if (!store.Options.IsConfigured)
        {
            return Problems.Of(CloudRefusals.NotConfigured(provider.Value));
        }

        if (request.Files.Count == 0)
        {
            return Problems.Of(CloudRefusals.NoFiles);
        }

        if (!request.Files.All(file => store.IsId(file.Id)))
        {
            return Problems.Of(CloudRefusals.BadId);
        }

        var found = await connections.FindAsync(caller.UserId, provider.Value, ct);
        if (found is not (_, var tokens))
        {
            return Problems.Of(CloudRefusals.NotConnected(provider.Value));
        }

        if (tokens is null)
        {
            return Problems.Of(CloudRefusals.ConnectAgain(provider.Value));
        }

        var wanted = request
            .Files.DistinctBy(file => file.Id)
            .Select(file => new ImportOrder(provider.Value.Origin(), file.Id, file.Name, IsNamed: true, file.Bytes));
        var (started, refusal) = await orders.PlaceAsync(caller, request.Group, request.Labels, [.. wanted], ct);
        return started is null ? Problems.Of(refusal!) : TypedResults.Accepted(started.Address, started);
    }
}
