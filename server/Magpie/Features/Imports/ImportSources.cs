using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Platform.Web.Outbound;

namespace Magpie.Features.Imports;

/// <summary>Where the bytes of an import are asked for; each kind of place has its own way to ask.</summary>
internal static class ImportSources
{
    /// <summary>Null: there is no way to it any more.</summary>
    public static OutboundRequest? RequestFor(Import import, TimeSpan timeout) => import.Origin switch
    {
        AssetOrigin.Url => OutboundAddress.TryRead(import.Address, out var address) ? new(address) { Timeout = timeout } : null,
        _ => throw new NotSupportedException($"Nothing is imported from {import.Origin}."),
    };

    /// <summary>What an address looks like the name of: its last part, or else its host.</summary>
    public static string NameOf(Uri address)
    {
        var last = Uri.UnescapeDataString(address.Segments[^1]).Trim('/');
        return last.Length > 0 ? last : address.Host;
    }
}
