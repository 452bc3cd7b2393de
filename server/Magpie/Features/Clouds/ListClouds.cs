using Magpie.Core.Clouds;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Clouds;

/// <summary><c>ended</c>: the provider takes Magpie's key no more, and the member may connect again.</summary>
public enum CloudState
{
    NotConfigured,
    NotConnected,
    Connected,
    Ended,
}

/// <param name="Account">Whose account it is at the provider, once connected.</param>
public sealed record CloudSummary(CloudProvider Provider, string Title, CloudState Status, string? Account);

public sealed record CloudList(IReadOnlyList<CloudSummary> Items);

internal static class ListClouds
{
    public static async Task<Ok<CloudList>> HandleAsync(
        Caller caller,
        CloudStores stores,
        CloudConnections connections,
        CancellationToken ct
    )
    {
        var items = new List<CloudSummary>();
        foreach (var provider in Enum.GetValues<CloudProvider>())
        {
            var found = await connections.FindAsync(caller.UserId, provider, ct);
            var state =
                !stores[provider].Options.IsConfigured ? CloudState.NotConfigured
                : found is not (_, var tokens) ? CloudState.NotConnected
                : tokens is null ? CloudState.Ended
                : CloudState.Connected;
            items.Add(new(provider, provider.Title(), state, found?.Connection.Account is { Length: > 0 } account ? account : null));
        }

        return TypedResults.Ok(new CloudList(items));
    }
}
