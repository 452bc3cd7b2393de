using Magpie.Core.Clouds;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Platform.Clouds;
using Magpie.Platform.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>How to download from each kind of place, and how to say what went wrong there.</summary>
internal sealed class ImportSources(
    OutboundClient outbound,
    CloudStores stores,
    CloudApiClientFactory clients,
    IOptions<ImportOptions> options
)
{
    /// <exception cref="OutboundException">It cannot be reached; <see cref="Refusal"/> says so.</exception>
    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsync(Import import, CancellationToken ct) =>
        CloudProviders.OfOrigin(import.Origin) switch
        {
            { } cloud => await stores[cloud]
                .OpenAsync(clients.For(stores[cloud], import.UserId), import.Address, options.Value.Timeout, ct),
            _ when import.Origin is AssetOrigin.Url => await OpenAddressAsync(import, ct),
            _ => throw new NotSupportedException($"Nothing is imported from {import.Origin}."),
        };

    public static RuleViolation Refusal(Import import, OutboundFault fault, string name) =>
        CloudProviders.OfOrigin(import.Origin) is { } cloud ? CloudRefusals.Of(fault, cloud, name) : ImportProblems.Of(fault, name);

    /// <summary>The name that an address suggests: its last part, or else its host.</summary>
    public static string NameOf(Uri address)
    {
        var last = Uri.UnescapeDataString(address.Segments[^1]).Trim('/');
        return last.Length > 0 ? last : address.Host;
    }

    private async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAddressAsync(Import import, CancellationToken ct)
    {
        if (!OutboundAddress.TryRead(import.Address, out var address))
        {
            return (null, ImportProblems.Unreachable);
        }

        var answer = await outbound.SendAsync(new(address) { Timeout = options.Value.Timeout }, ct);
        if (answer.Fault is not { } fault)
        {
            return (answer, null);
        }

        answer.Dispose();
        return (null, ImportProblems.Of(fault, import.Name));
    }
}
