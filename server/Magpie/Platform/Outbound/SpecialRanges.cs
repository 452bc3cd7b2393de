using System.Net;

namespace Magpie.Platform.Outbound;

/// <summary>
/// Which addresses are ordinary ones on the public internet. Follows the IANA registries of special-purpose addresses
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry) and of multicast. Ranges for tunnels or
/// relays are refused even if the registries call them reachable, because no server of pictures is there.
/// </summary>
internal static class SpecialRanges
{
    private static readonly IPNetwork[] OfVersion4 = Parse(
        "0.0.0.0/8", // This network; 0.0.0.0 reaches the machine itself.
        "10.0.0.0/8", // Private.
        "100.64.0.0/10", // Carrier-grade NAT; also where some clouds keep their metadata.
        "127.0.0.0/8", // Loopback.
        "168.63.129.16/32", // The inside of every virtual machine of one cloud; a public address by number only.
        "169.254.0.0/16", // Link-local; cloud metadata.
        "172.16.0.0/12", // Private.
        "192.0.0.0/24", // IETF protocol assignments.
        "192.0.2.0/24", // Documentation.
        "192.31.196.0/24", // AS112.
        "192.52.193.0/24", // Multicast relays.
        "192.88.99.0/24", // 6to4 relays, deprecated.
        "192.168.0.0/16", // Private.
        "192.175.48.0/24", // AS112.
        "198.18.0.0/15", // Benchmarks.
        "198.51.100.0/24", // Documentation.
        "203.0.113.0/24", // Documentation.
        "224.0.0.0/4", // Multicast.
        "240.0.0.0/4"
    ); // Reserved; broadcast.

    /// <summary>The IPv6 range for global unicast addresses; everything else is refused.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] OfVersion6 = Parse(
        "2001::/23", // IETF protocol assignments: Teredo, benchmarks, ORCHID.
        "2001:db8::/32", // Documentation.
        "2002::/16", // 6to4: an IPv4 address in disguise, behind a relay.
        "2620:4f:8000::/48", // AS112.
        "3ffe::/16", // The 6bone, given back.
        "3fff::/20"
    ); // Documentation.

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>An ordinary address on the public internet, which a stranger may send the server to.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (IsVersion6(address) && address.ScopeId != 0)
        {
            return false; // A zone exists only on links of this machine.
        }

        var plain = Plain(address);
        return IsVersion6(plain)
            ? GlobalUnicast.Contains(plain) && !OfVersion6.Any(range => range.Contains(plain))
            : !OfVersion4.Any(range => range.Contains(plain));
    }

    /// <summary>The IPv4 address inside an IPv6 one (mapped, or through NAT64); otherwise the address itself, without its zone.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (!IsVersion6(address))
        {
            return address;
        }

        var bare = new IPAddress(address.GetAddressBytes());
        return bare.IsIPv4MappedToIPv6 ? bare.MapToIPv4()
            : Nat64.Contains(bare) ? new IPAddress(bare.GetAddressBytes().AsSpan(12))
            : bare;
    }

    private static bool IsVersion6(IPAddress address) => address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6;

    private static IPNetwork[] Parse(params ReadOnlySpan<string> ranges)
    {
        var parsed = new IPNetwork[ranges.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            parsed[i] = IPNetwork.Parse(ranges[i]);
        }

        return parsed;
    }
}
