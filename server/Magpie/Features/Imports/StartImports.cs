using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Outbound;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Imports;

/// <param name="Url">One address.</param>
/// <param name="Urls">Several; instead of <paramref name="Url"/>.</param>
/// <param name="Name">What the one file shall be called.</param>
/// <param name="Group">The member's first one where none is named.</param>
public sealed record StartImportsRequest(
    string? Url = null,
    IReadOnlyList<string>? Urls = null,
    [property: MaxLength(FileNames.MaxLength)] string? Name = null,
    Guid? Group = null,
    IReadOnlyList<string>? Labels = null
);

/// <summary>Queues addresses for import: all of them, or none if one cannot be imported.</summary>
internal static class StartImports
{
    public static async Task<Results<Accepted<StartedImports>, ProblemHttpResult>> HandleAsync(
        StartImportsRequest request,
        Caller caller,
        MagpieDbContext db,
        ImportOrders orders,
        CancellationToken ct
    )
    {
        var sent = request.Url is { } one ? [one] : request.Urls ?? [];
        if (sent.Count == 0 || (request.Url is not null && request.Urls is not null) || (request.Name is not null && sent.Count > 1))
        {
            return Problems.Of(ImportProblems.Addresses);
        }

        var named = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name;
        var wanted = new List<ImportOrder>();
        foreach (var text in sent.Select(text => text.Trim()).Distinct(StringComparer.Ordinal))
        {
            if (!OutboundAddress.TryRead(text, out var address))
            {
                // Checked first: a group that the caller cannot see does not exist, whatever else is wrong.
                return await db.FindMembershipAsync(caller, request.Group, ct) is null
                    ? Problems.Of(RuleViolation.NotFound)
                    : Problems.Of(ImportAddresses.Fault(text).With(("address", text)));
            }

            wanted.Add(new(AssetOrigin.Url, address.AbsoluteUri, named ?? ImportSources.NameOf(address), named is not null));
        }

        var (started, refusal) = await orders.PlaceAsync(caller, request.Group, request.Labels, wanted, ct);
        return started is null ? Problems.Of(refusal!) : TypedResults.Accepted(started.Address, started);
    }
}
