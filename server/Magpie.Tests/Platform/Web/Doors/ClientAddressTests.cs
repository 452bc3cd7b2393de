using System.Net;
using Magpie.Platform.Web.Doors;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Platform.Web.Doors;

public sealed class ClientAddressTests(SharedApp app) : IClassFixture<SharedApp>
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

    [Fact]
    public void Whoever_comes_through_a_socket_is_somebody_and_not_everybody() =>
        Assert.NotEqual("", ClientAddress.CountedFor(new DefaultHttpContext()));

    [Theory]
    [InlineData("xn--a")]
    [InlineData("xn--zzzzzzzzz99999999:80")]
    public async Task A_name_of_a_host_that_is_none_is_refused(string host)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Host = host;

        using var answer = await visitor.Http.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
