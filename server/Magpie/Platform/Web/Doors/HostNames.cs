using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>
/// The names by which this Magpie is asked for. What a request says of that in <c>Host</c> is compared with them, and never repeated.
/// </summary>
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

    /// <summary>What the machine calls itself, which nobody else's name can lead to.</summary>
    public static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Bare(host.Host), out var address) && IPAddress.IsLoopback(ClientAddress.Plain(address)));

    public bool IsPublic(HostString host) =>
        publicName is not null && Bare(host.Host).Equals(publicName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where nobody has said under which name it is reached, it may be any.</summary>
    public bool IsKnown(HostString host) => publicName is null || IsLoopback(host) || known.Contains(Bare(host.Host));

    /// <summary>
    /// International names as browsers send them: an operator may have written one either way, and the framework decodes that of a request.
    /// </summary>
    private static string Bare(string host) =>
        host.Trim('[', ']').TrimEnd('.') is var bare && Ascii.IsValid(bare) ? bare : new IdnMapping().GetAscii(bare);
}
