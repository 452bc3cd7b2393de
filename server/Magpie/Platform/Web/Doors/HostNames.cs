using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>The names by which this Magpie is reached. The <c>Host</c> header is compared with them, and never repeated.</summary>
internal sealed class HostNames(IOptions<DoorOptions> options)
{
    private readonly string? publicName = options.Value.PublicAddress is { } named ? Bare(named.Host) : null;
    private readonly HashSet<string> known = new(
        [
            .. options.Value.OtherHosts.Select(Bare),
            .. options.Value.PublicAddress is { } address ? [Bare(address.Host)] : Array.Empty<string>(),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The machine's own names, which no foreign name can imitate.</summary>
    public static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Bare(host.Host), out var address) && IPAddress.IsLoopback(ClientAddress.Plain(address)));

    public bool IsPublic(HostString host) =>
        publicName is not null && Bare(host.Host).Equals(publicName, StringComparison.OrdinalIgnoreCase);

    /// <summary>If no name is configured, it may be any.</summary>
    public bool IsKnown(HostString host) => publicName is null || IsLoopback(host) || known.Contains(Bare(host.Host));

    /// <summary>
    /// International names as browsers send them: operators may write them either way, and the framework decodes those of requests.
    /// </summary>
    private static string Bare(string host) =>
        host.Trim('[', ']').TrimEnd('.') is var bare && Ascii.IsValid(bare) ? bare : new IdnMapping().GetAscii(bare);
}
