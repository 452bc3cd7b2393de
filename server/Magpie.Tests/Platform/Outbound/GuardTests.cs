using System.Diagnostics;
using Magpie.Platform.Outbound;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Outbound;

/// <summary>
/// Every way in is tried twice: the guard must keep it shut, and with the guard taken out the same try must come through.
/// </summary>
[RunsOnce]
public sealed class GuardTests(GuardTests.Source source) : IClassFixture<GuardTests.Source>
{
    private static readonly byte[] Secret = "the inside"u8.ToArray();

    private const string Here = $"https://{SourceServer.Name}";

    [Theory]
    [MemberData(nameof(ForbiddenAddresses.NotationsOfThisMachine), MemberType = typeof(ForbiddenAddresses))]
    public Task No_notation_of_this_machine_is_connected_to(string host) => OnlyTheGuardKeepsOutAsync($"https://{host}/secret");

    [Theory]
    [MemberData(nameof(ForbiddenAddresses.OfEveryRange), MemberType = typeof(ForbiddenAddresses))]
    public Task A_name_of_an_address_of_a_special_range_is_not_connected_to(string address) =>
        OnlyTheGuardKeepsOutAsync($"{Here}/secret", names => names.Mean(SourceServer.Name, [address]));

    [Theory]
    [InlineData(Names.Public, "10.0.0.1")]
    [InlineData("10.0.0.1", Names.Public)]
    [InlineData("2606:2800:21f:cb07::1", "::1")]
    public Task A_name_of_a_public_and_a_private_address_is_not_connected_to_at_all(string one, string other) =>
        OnlyTheGuardKeepsOutAsync($"{Here}/secret", names => names.Mean(SourceServer.Name, [one, other]));

    [Fact]
    public async Task A_name_is_asked_for_once_and_what_was_judged_is_what_is_dialled()
    {
        // Long enough for a busy machine, and waited for once, by the second fetch.
        using var fetch = new Fetching(source.Server, change: options => options.ReachTimeout = TimeSpan.FromSeconds(5));
        fetch.Names.Mean(SourceServer.Name, [Names.Public], ["127.0.0.1"]);
        Assert.Equal(Secret, (await fetch.GetAsync($"{Here}/secret")).Body);
        Assert.Equal(SourceServer.Name, Assert.Single(fetch.Names.AskedFor));
        Assert.Equal(Names.Public, Assert.Single(fetch.Names.Dialled).Address.ToString());

        // The second fetch makes a connection of its own, and by then the name has turned.
        Assert.Equal(OutboundFault.Unreachable, (await fetch.GetAsync($"{Here}/secret")).Fault);
        Assert.Single(fetch.Names.Dialled);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_a_private_address_is_not_followed(int status)
    {
        foreach (
            var target in (string[])
                [
                    "https://127.0.0.1/secret",
                    "https://[::1]/secret",
                    "//inside.example/secret",
                    "https://inside.example/secret",
                    "https://2130706433/secret",
                    "/turned",
                ]
        )
        {
            var start = $"to-{Guid.NewGuid():n}";
            source.Server.Status(start, status, target);
            await OnlyTheGuardKeepsOutAsync(
                $"{Here}/{start}",
                names =>
                    names
                        .Mean("inside.example", ["10.0.0.1"])
                        .Mean(SourceServer.Name, [Names.Public], [target is "/turned" ? "127.0.0.1" : Names.Public])
            );
        }
    }

    [Theory]
    [InlineData("http://media.example/secret")]
    [InlineData("HTTP://media.example/secret")]
    [InlineData("https://user:password@media.example/secret")]
    [InlineData("https://media.example\\@127.0.0.1/secret")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://media.example:22/secret")]
    [InlineData("")]
    public async Task A_redirect_to_what_is_no_plain_https_address_is_not_followed(string target)
    {
        var start = $"odd-{Guid.NewGuid():n}";
        source.Server.Status(start, 302, target);
        using var fetch = new Fetching(source.Server, guarded: false, options => options.ReachTimeout = TimeSpan.FromMilliseconds(500));
        var (body, fault) = await fetch.GetAsync($"{Here}/{start}");
        Assert.Null(body);
        Assert.True(fault is OutboundFault.Unreachable or OutboundFault.NoFile or OutboundFault.TooManyRedirects, $"{fault}");
        Assert.All(fetch.Names.Dialled, endPoint => Assert.Equal((Names.Public, 443), (endPoint.Address.ToString(), endPoint.Port)));
    }

    [Fact]
    public async Task Redirects_are_followed_five_times_relative_ones_too_and_loops_end()
    {
        for (var i = 0; i < 6; i++)
        {
            source.Server.Status($"hop{i}", 302, i % 2 == 0 ? $"hop{i + 1}" : $"//{SourceServer.Name}/hop{i + 1}");
        }

        source.Server.Put("hop6", Secret);
        source.Server.Status("loop", 302, "/loop");
        using var fetch = new Fetching(source.Server, change: options => options.ReachTimeout = ApiUser.Timeout);
        Assert.Equal(Secret, (await fetch.GetAsync($"{Here}/hop1")).Body);
        Assert.Equal(OutboundFault.TooManyRedirects, (await fetch.GetAsync($"{Here}/hop0")).Fault);
        Assert.Equal(OutboundFault.TooManyRedirects, (await fetch.GetAsync($"{Here}/loop")).Fault);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(80)]
    [InlineData(8443)]
    public async Task Ports_other_than_443_are_not_connected_to_unless_the_operator_adds_them(int port)
    {
        using var fetch = new Fetching(source.Server);
        Assert.Equal(OutboundFault.Unreachable, (await fetch.GetAsync($"{Here}:{port}/secret")).Fault);
        Assert.Empty(fetch.Names.Dialled);

        using var allowed = new Fetching(
            source.Server,
            change: options => (options.AdditionalPorts, options.ReachTimeout) = ([port], ApiUser.Timeout)
        );
        Assert.Equal(Secret, (await allowed.GetAsync($"{Here}:{port}/secret")).Body);
    }

    [Fact]
    public async Task The_machines_own_public_address_is_not_connected_to()
    {
        using var fetch = new Fetching(source.Server);
        fetch.Names.Own.Add(System.Net.IPAddress.Parse(Names.Public));
        Assert.Equal(OutboundFault.Unreachable, (await fetch.GetAsync($"{Here}/secret")).Fault);
        Assert.Empty(fetch.Names.Dialled);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "192.168.0.1", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("MEDIA.example", "10.9.9.9", true)]
    [InlineData("other.example", "10.9.9.9", false)]
    public async Task What_the_operator_allows_is_connected_to_and_nothing_beside_it(string allowed, string address, bool expected)
    {
        using var fetch = new Fetching(
            source.Server,
            change: options =>
            {
                options.AllowedNetworks = [allowed];
                options.ReachTimeout = expected ? ApiUser.Timeout : options.ReachTimeout;
            }
        );
        fetch.Names.Mean(SourceServer.Name, [address]);
        Assert.Equal(expected ? Secret : null, (await fetch.GetAsync($"{Here}/secret")).Body);
    }

    [Fact]
    public async Task Whatever_keeps_an_address_from_being_reached_is_told_alike_and_after_the_same_time()
    {
        using var fetch = new Fetching(source.Server, change: options => options.ReachTimeout = TimeSpan.FromMilliseconds(700));
        fetch.Names.Mean("inside.example", ["10.0.0.1"]).Mean("nothing.example", []).Mean("other-name.example", [Names.Public]);
        foreach (
            var address in (string[])
                ["https://inside.example/", "https://nothing.example/", "https://127.0.0.1/", $"{Here}:22/", "https://other-name.example/"]
        )
        {
            var clock = Stopwatch.StartNew();
            Assert.Equal(OutboundFault.Unreachable, (await fetch.GetAsync(address)).Fault);
            Assert.True(clock.ElapsedMilliseconds > 650, $"{address} was told after {clock.ElapsedMilliseconds} ms already");
        }
    }

    [Fact]
    public async Task Nothing_of_ours_goes_out_but_the_question()
    {
        using var fetch = new Fetching(source.Server, change: options => options.ReachTimeout = ApiUser.Timeout);
        source.Server.Page(
            "cookie",
            http =>
            {
                http.Response.Cookies.Append("a", "b");
                http.Response.Redirect("/secret", false);
                return Task.CompletedTask;
            }
        );
        using var activity = new Activity("a trace").Start();
        await fetch.GetAsync($"{Here}/cookie", null, KeyValuePair.Create("Authorization", "Bearer secret"));
        Assert.Equal("Bearer secret", source.Server.Seen["/secret"]["Authorization"]);
        Assert.Equal(["Accept-Encoding", "Authorization", "Connection", "Host", "User-Agent"], source.Server.Seen["/secret"].Keys.Order());

        source.Server.Status("away", 302, "https://elsewhere.example/secret");
        fetch.Names.Mean("elsewhere.example", ["93.184.215.15"]);
        await fetch.GetAsync($"{Here}/away", null, KeyValuePair.Create("Authorization", "Bearer secret"));
        Assert.DoesNotContain("Authorization", source.Server.Seen["/secret"].Keys);
    }

    private async Task OnlyTheGuardKeepsOutAsync(string address, Action<Names>? arrange = null)
    {
        int dialled;
        using (var fetch = new Fetching(source.Server))
        {
            arrange?.Invoke(fetch.Names);
            Assert.Equal((null, OutboundFault.Unreachable), await fetch.GetAsync(address));
            Assert.All(fetch.Names.Dialled, endPoint => Assert.Equal(Names.Public, endPoint.Address.ToString()));
            dialled = fetch.Names.Dialled.Count;
        }

        using (var open = new Fetching(source.Server, guarded: false))
        {
            arrange?.Invoke(open.Names);
            await open.GetAsync(address);
            Assert.NotEmpty(open.Names.Dialled);
            Assert.True(open.Names.Dialled.Count > dialled, $"The guard was not what kept {address} out");
        }
    }

    public sealed class Source : IAsyncDisposable
    {
        public SourceServer Server { get; } =
            new(authority =>
                authority.Issue([
                    SourceServer.Name,
                    "elsewhere.example",
                    "inside.example",
                    "localhost",
                    "*.localhost",
                    "*.b.localhost",
                    "127.0.0.1",
                    "0.0.0.0",
                    "::1",
                    "::",
                    "::ffff:127.0.0.1",
                    "::127.0.0.1",
                    "64:ff9b::127.0.0.1",
                    "2002:7f00:1::",
                    "fe90::1",
                ])
            );

        public Source() => Server.Put("secret", Secret);

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
