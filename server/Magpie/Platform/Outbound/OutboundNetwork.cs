using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

#pragma warning disable RS0030 // The one place of the product that may name and dial other machines.

namespace Magpie.Platform.Outbound;

/// <summary>DNS, connections and this machine's own addresses. Tests replace it.</summary>
internal class OutboundNetwork
{
    public virtual Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) =>
        IPAddress.TryParse(host, out var literal) ? Task.FromResult<IPAddress[]>([literal]) : Dns.GetHostAddressesAsync(host, ct);

    public virtual async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken ct)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public virtual IReadOnlyCollection<IPAddress> OwnAddresses() =>
        [
            .. NetworkInterface
                .GetAllNetworkInterfaces()
                .SelectMany(card => card.GetIPProperties().UnicastAddresses)
                .Select(own => SpecialRanges.Plain(own.Address)),
        ];
}
