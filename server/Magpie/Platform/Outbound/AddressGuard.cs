using System.Net;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Outbound;

/// <summary>
/// Decides to which addresses the server may connect. It checks what a name resolves to, at the moment of connecting; how the name was
/// written does not matter.
/// </summary>
internal sealed class AddressGuard
{
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> networks = [];
    private readonly HashSet<int> ports;

    public AddressGuard(IOptions<OutboundOptions> options)
    {
        ports = [443, .. options.Value.AdditionalPorts];
        foreach (var entry in options.Value.AllowedNetworks)
        {
            if (IPNetwork.TryParse(entry, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(entry, out var address))
            {
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                hosts.Add(entry.TrimEnd('.'));
            }
        }
    }

    public bool AllowsPort(int port) => ports.Contains(port);

    /// <param name="host">As requested; only compared with hosts that the operator has listed.</param>
    /// <param name="address">What it was resolved to.</param>
    /// <param name="own">The addresses of this machine: a firewall may shield what listens there from the outside.</param>
    public bool Allows(string host, IPAddress address, IReadOnlyCollection<IPAddress> own)
    {
        if (hosts.Contains(host.TrimEnd('.')))
        {
            return true;
        }

        var plain = SpecialRanges.Plain(address);
        return networks.Exists(network => network.Contains(plain)) || (SpecialRanges.IsPublic(address) && !own.Contains(plain));
    }
}
