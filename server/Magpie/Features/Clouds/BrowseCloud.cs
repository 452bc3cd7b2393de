using Magpie.Core.Clouds;
using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Clouds;

/// <summary>Folders and importable files: those in a folder, or those whose names match.</summary>
internal static class BrowseCloud
{
    private const int MaxSearchLength = 200;
    private const int MaxCursorLength = 4000;

    public static async Task<Results<Ok<CloudPage>, ProblemHttpResult>> HandleAsync(
        EnumName<CloudProvider> provider,
        Caller caller,
        CloudStores stores,
        CloudApiClientFactory clients,
        IOptions<LimitOptions> limits,
        string? folder,
        string? search,
        string? cursor,
        CancellationToken ct
    )
    {
        var store = stores[provider.Value];
        var wanted = string.IsNullOrWhiteSpace(search) ? null : search.Trim();
        if (wanted?.Length > MaxSearchLength)
        {
            return Problems.Of(
                new RuleViolation("search-too-long", $"Search for {MaxSearchLength} characters at most.").With(("limit", MaxSearchLength))
            );
        }

        if (cursor?.Length > MaxCursorLength)
        {
            return Problems.Of(CloudRefusals.ListChanged(provider.Value));
        }

        if (folder is { Length: > 0 } && !store.IsId(folder))
        {
            return Problems.Of(CloudRefusals.BadId);
        }

        var (page, refusal) = await store.AskAsync(
            clients.For(store, caller.UserId),
            new(folder is { Length: > 0 } ? folder : null, wanted, cursor),
            ct
        );
        return refusal is null
            ? TypedResults.Ok(page! with { Items = [.. page.Items.Select(entry => entry.CheckedAgainst(limits.Value.Uploads))] })
            : Problems.Of(refusal);
    }
}
