using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace Magpie.Platform.Web.Doors;

/// <summary>How Magpie is reached, and which proxies it believes. Directly in the section <c>Magpie</c>.</summary>
public sealed class DoorOptions : IValidatableObject
{
    public const string Section = "Magpie";

    /// <summary>In <see cref="Proxies"/>: whoever comes through a Unix socket, which has no address.</summary>
    private const string Socket = "unix";

    /// <summary>The prefix of an IPv4 address written as an IPv6 one.</summary>
    private const int MappedBits = 96;

    /// <summary>
    /// Networks (<c>10.20.0.0/16</c>) and addresses of proxies that are believed about who made a request, and whether over TLS.
    /// </summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>The address at which people open Magpie: <c>https://media.example.org</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Other names by which programs reach it. Without a <see cref="PublicUrl"/> any name will do.</summary>
    public string[] OtherHosts { get; set; } = [];

    /// <summary>The bearer token of Prometheus, if it runs on another machine.</summary>
    public string? MetricsToken { get; set; }

    internal Uri? PublicAddress =>
        PublicUrl is { Length: > 0 } url && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;

    internal IEnumerable<IPNetwork> ProxyNetworks => Proxies.Select(NetworkOf).OfType<IPNetwork>();

    internal bool BelievesSocket => Proxies.Any(IsSocket);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var entry in Proxies.Where(entry => !IsSocket(entry) && NetworkOf(entry) is null))
        {
            yield return new($"'{entry}' is neither a network such as 10.20.0.0/16, nor an address, written in full.", [nameof(Proxies)]);
        }

        if (
            PublicUrl is { Length: > 0 }
            && PublicAddress is not { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" }
        )
        {
            yield return new($"'{PublicUrl}' is no address such as https://media.example.org, without a path.", [nameof(PublicUrl)]);
        }

        foreach (var entry in OtherHosts.Where(entry => Uri.CheckHostName(entry.Trim('[', ']')) is UriHostNameType.Unknown))
        {
            yield return new($"'{entry}' is no name of a host.", [nameof(OtherHosts)]);
        }

        if (MetricsToken is { Length: > 0 and < 16 })
        {
            yield return new("Use at least 16 characters, such as those of: openssl rand -hex 24", [nameof(MetricsToken)]);
        }
    }

    private static bool IsSocket(string entry) => entry.Equals(Socket, StringComparison.OrdinalIgnoreCase);

    private static IPNetwork? NetworkOf(string entry)
    {
        if (!IPNetwork.TryParse(entry, out var network))
        {
            if (!IPAddress.TryParse(entry, out var address))
            {
                return null;
            }

            network = new(address, address.GetAddressBytes().Length * 8);
        }

        // "10" would be 0.0.0.10, and "010.0.0.1" an address of the network 8.
        var (first, length) = (network.BaseAddress, network.PrefixLength);
        return first.AddressFamily is AddressFamily.InterNetwork && first.ToString() != entry.Split('/')[0] ? null
            : first.IsIPv4MappedToIPv6 && length >= MappedBits ? new(first.MapToIPv4(), length - MappedBits) // As such it is compared.
            : network;
    }
}
