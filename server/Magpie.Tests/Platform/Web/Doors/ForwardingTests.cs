using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web.Doors;

/// <summary>Whose word counts on where a request comes from.</summary>
public sealed class ForwardingTests
{
    [Fact]
    public async Task As_it_comes_Magpie_believes_nobody_and_says_so_once()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var first = await owner.SignInAsync();
        using var second = await owner.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.DoesNotContain("secure", first.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        await server.StopAsync();
        Assert.Single(
            server.Log.Split('\n'),
            line =>
                line.EndsWith(
                    "127.0.0.1 passes requests on for others, and is not in Magpie:Proxies: all of them count as its own. See "
                        + "docs/guide/proxies.md",
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", true)]
    [InlineData("::1,127.0.0.1", true)]
    [InlineData("::/0", false)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:127.0.0.0/104", true)]
    [InlineData("unix", false)]
    public async Task A_list_in_one_line_is_read_as_a_list(string proxies, bool believed)
    {
        await using var app = await NewApp.StartAsync(("Magpie:Proxies", proxies));
        var owner = await app.AddOwnerAsync();
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await owner.SignInAsync(owner.Email);

        Assert.Equal(believed, answer.Header("Set-Cookie").Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Of_proxies_in_a_row_the_last_address_that_is_none_of_them_is_whom_they_ask_for()
    {
        await using var app = await NewApp.StartAsync(
            ("Magpie:Proxies", "127.0.0.1, 10.0.0.0/8"),
            ("Magpie:Accounts:SignInsPerMinute", "1")
        );

        foreach (
            var (way, status) in new[]
            {
                ("203.0.113.9, 10.0.0.5", 401),
                ("203.0.113.10, 10.0.0.5", 401),
                ("198.51.100.1, 203.0.113.9, 10.0.0.6, 10.0.0.5", 429),
            }
        )
        {
            var visitor = app.NewVisitor();
            visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", way);
            using var answer = await visitor.SignInAsync("nobody@example.org");
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("https://media.example.org", "https", "max-age=31536000")]
    [InlineData("https://media.example.org", "http", "")]
    [InlineData("http://media.example.org", "https", "")]
    [InlineData("", "https", "")]
    public async Task Browsers_are_held_to_TLS_where_the_operator_says_that_there_is_TLS(string publicUrl, string scheme, string expected)
    {
        await using var app = await NewApp.StartAsync(("Magpie:Proxies:0", "127.0.0.1"), ("Magpie:PublicUrl", publicUrl));
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);

        foreach (var address in (string[])["/", "/api/setup", "/health/live"])
        {
            using var answer = await visitor.Http.GetAsync(address);
            Assert.Equal(expected, answer.Header("Strict-Transport-Security"));
        }
    }

    [Theory]
    [InlineData("media.example.org", true)]
    [InlineData("MEDIA.example.org:443", true)]
    [InlineData("localhost:1234", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("nas.lan", true)]
    [InlineData("evil.example", false)]
    [InlineData("media.example.org.evil.example", false)]
    [InlineData("10.0.0.5", false)]
    public async Task Once_the_public_address_is_named_no_other_name_is_answered(string host, bool answered)
    {
        await using var app = await NewApp.StartAsync(("Magpie:PublicUrl", "https://media.example.org"), ("Magpie:OtherHosts", "nas.lan"));
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Host = host;

        using var answer = await visitor.Http.GetAsync("/api/setup");
        await ApiUser.WaitForAsync(() => visitor.Http.GetAsync("/health/ready"), health => health.StatusCode is HttpStatusCode.OK);

        if (answered)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        else
        {
            var problem = await answer.ShouldBeProblemAsync(421, "unknown-host");
            Assert.Equal("Magpie isn’t available under this name. Open https://media.example.org instead.", problem.Sentence());
        }
    }

    [Theory]
    [InlineData("https://bücher.example", "straße.lan")]
    [InlineData("https://xn--bcher-kva.example", "xn--strae-oqa.lan")]
    public async Task An_international_name_may_be_written_either_way(string publicUrl, string otherHost)
    {
        await using var app = await NewApp.StartAsync(("Magpie:PublicUrl", publicUrl), ("Magpie:OtherHosts", otherHost));

        foreach (
            var (host, expected) in new[]
            {
                ("xn--bcher-kva.example", HttpStatusCode.OK),
                ("xn--strae-oqa.lan", HttpStatusCode.OK),
                ("xn--fiqs8s.example", (HttpStatusCode)421),
            }
        )
        {
            var visitor = app.NewVisitor();
            visitor.Http.DefaultRequestHeaders.Host = host;
            using var answer = await visitor.Http.GetAsync("/api/setup");
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_comes_through_a_socket_is_from_one_address_unless_the_proxy_behind_it_is_believed()
    {
        using var folder = new TestFolder();
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Accounts__SignInsPerMinute", "2"));
        foreach (var (proxies, third) in new[] { ("127.0.0.1", 429), ("unix", 401) })
        {
            var socket = Path.Combine(folder.Path, proxies);
            await server.StopAsync();
            await server.StartAsync(through: ["env", $"Magpie__Proxies={proxies}", $"MAGPIE_URLS={server.Address};http://unix:{socket}"]);

            var statuses = new List<int>();
            foreach (var address in (string[])["203.0.113.1", "203.0.113.2", "203.0.113.3"])
            {
                using var visitor = Through(socket);
                visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.7, {address}");
                using var answer = await visitor.PostAsJsonAsync(
                    "http://localhost/api/session",
                    new { email = "nobody@example.org", password = "wrong" }
                );
                statuses.Add((int)answer.StatusCode);
            }

            Assert.Equal([401, 401, third], statuses);
        }
    }

    [Fact]
    public async Task No_answer_repeats_the_name_under_which_it_was_asked()
    {
        await using var app = await NewApp.StartAsync();
        var owner = await app.AddOwnerAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        owner.Http.DefaultRequestHeaders.Host = "evil.example";
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        using var created = await new TusClient(owner.Http).CreateAsync(10, "a.gif");
        using var shared = await owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetString()}/link", null);

        foreach (var answer in (HttpResponseMessage[])[created, shared])
        {
            Assert.True(answer.IsSuccessStatusCode);
            Assert.DoesNotContain("evil.example", answer.Headers + await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.StartsWith("/api/uploads/", created.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith("/shared/", (await shared.ReadJsonAsync()).GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "localhost", "http://localhost:{port}/shared/")]
    [InlineData("https://media.example.org", "localhost", "https://media.example.org/shared/")]
    [InlineData("https://media.example.org:8443/", "media.example.org", "https://media.example.org:8443/shared/")]
    public async Task A_public_link_begins_with_the_public_address_or_on_the_machine_itself_with_where_it_listens(
        string publicUrl,
        string host,
        string expected
    )
    {
        await using var app = await NewApp.StartAsync(("Magpie:PublicUrl", publicUrl));
        var owner = await app.AddOwnerAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        owner.Http.DefaultRequestHeaders.Host = $"{host}:{app.Address.Port}";

        using var shared = await owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetString()}/link", null);

        Assert.StartsWith(
            expected.Replace("{port}", $"{app.Address.Port}", StringComparison.Ordinal),
            (await shared.ReadJsonAsync()).GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
    }

    private static HttpClient Through(string socket) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (_, ct) =>
                {
                    var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), ct);
                    return new NetworkStream(connection, ownsSocket: true);
                },
            }
        );
}
