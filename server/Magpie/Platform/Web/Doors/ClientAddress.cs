using System.Net;
using System.Net.Sockets;

namespace Magpie.Platform.Web.Doors;

/// <summary>What attempts are counted by.</summary>
internal static class ClientAddress
{
    private const int PrefixBytes = 8;
    private const string Socket = "a socket";

    /// <summary>
    /// An IPv4 address, or the /64 of an IPv6 one, because whoever has one address of that has them all. Everybody who comes through a Unix
    /// socket counts as one.
    /// </summary>
    public static string CountedFor(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? CountedFor(address) : Socket;

    public static string CountedFor(IPAddress address)
    {
        if (Plain(address) is not { AddressFamily: AddressFamily.InterNetworkV6 } wide)
        {
            return Plain(address).ToString();
        }

        var bytes = wide.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/{PrefixBytes * 8}";
    }

    /// <summary>An IPv4 address as such, even if it arrived at a dual-stack socket.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
