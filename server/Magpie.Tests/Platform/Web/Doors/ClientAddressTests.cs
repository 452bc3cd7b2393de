using System.Net;
using Magpie.Platform.Web.Doors;

namespace Magpie.Tests.Platform.Web.Doors;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void An_IPv6_address_counts_as_its_network_and_an_IPv4_address_as_itself(string address, string counted) =>
        Assert.Equal(counted, ClientAddress.CountedFor(IPAddress.Parse(address)));
}
