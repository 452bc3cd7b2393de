using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Magpie.Platform.Outbound;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Outbound;

/// <summary>Servers that behave badly once they are reached: each ends the fetch, with its own reason, and holds no connection.</summary>
[RunsOnce]
public sealed class ConnectionTests : IAsyncDisposable
{
    private const string Here = $"https://{SourceServer.Name}";

    private readonly SourceServer server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(401, OutboundFault.NeedsSignIn)]
    [InlineData(403, OutboundFault.NeedsSignIn)]
    [InlineData(404, OutboundFault.NotThere)]
    [InlineData(410, OutboundFault.NotThere)]
    [InlineData(204, OutboundFault.NoFile)]
    [InlineData(206, OutboundFault.NoFile)]
    [InlineData(304, OutboundFault.NoFile)]
    [InlineData(418, OutboundFault.NoFile)]
    [InlineData(429, OutboundFault.ServerFailed)]
    [InlineData(500, OutboundFault.ServerFailed)]
    [InlineData(503, OutboundFault.ServerFailed)]
    internal async Task A_status_that_brings_no_file_says_why(int status, OutboundFault expected)
    {
        server.Status("status", status);
        await EndsAsync("status", expected);
    }

    [Fact]
    public async Task A_server_that_sends_nothing_more_is_given_up()
    {
        server.Page(
            "stuck",
            async http =>
            {
                await http.Response.Body.WriteAsync(new byte[10]);
                await http.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
        );
        await EndsAsync("stuck", OutboundFault.TooSlow);
    }

    [Fact]
    public async Task A_server_that_takes_the_request_and_says_nothing_is_given_up()
    {
        server.Page("mute", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await EndsAsync("mute", OutboundFault.TooSlow);
    }

    [Fact]
    public async Task A_body_that_drips_for_ever_ends_with_the_time_for_all_of_it()
    {
        server.Page(
            "drip",
            async http =>
            {
                using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
                while (await beat.WaitForNextTickAsync(http.RequestAborted))
                {
                    await http.Response.Body.WriteAsync(new byte[1]);
                    await http.Response.Body.FlushAsync();
                }
            }
        );
        await EndsAsync("drip", OutboundFault.TooSlow, within: TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_body_shorter_than_was_declared_is_no_file()
    {
        server.Page(
            "short",
            async http =>
            {
                http.Response.ContentLength = 1000;
                await http.Response.Body.WriteAsync(new byte[10]);
            }
        );
        await EndsAsync("short", OutboundFault.BrokenOff);
    }

    [Fact]
    public async Task A_compressed_body_is_not_inflated()
    {
        server.Page(
            "packed",
            async http =>
            {
                http.Response.Headers.ContentEncoding = "gzip";
                await using var packed = new GZipStream(http.Response.Body, CompressionLevel.SmallestSize);
                await packed.WriteAsync(new byte[1_000_000]);
            }
        );
        await EndsAsync("packed", OutboundFault.Compressed);
    }

    [Fact]
    public async Task A_head_without_end_is_not_read_to_its_end()
    {
        server.Page(
            "head",
            http =>
            {
                for (var i = 0; i < 100; i++)
                {
                    http.Response.Headers[$"X-{i}"] = new string('a', 1000);
                }

                return Task.CompletedTask;
            }
        );
        await EndsAsync("head", OutboundFault.Unreachable);
    }

    [Theory]
    [InlineData("expects another name")]
    [InlineData("is by an unknown authority")]
    public async Task A_certificate_that(string isWrong)
    {
        await using var other = new SourceServer();
        await using var wrong = new SourceServer(authority =>
            authority.Issue([isWrong is "expects another name" ? "other.example" : SourceServer.Name])
        );
        using var fetch = new Fetching(
            wrong,
            change: options =>
                options.CertificateAuthorityFile = isWrong is "expects another name" ? wrong.AuthorityFile : other.AuthorityFile
        );
        wrong.Put("file", [1]);
        Assert.Equal(OutboundFault.Unreachable, (await fetch.GetAsync($"{Here}/file")).Fault);
        Assert.Equal(0, wrong.Requests);
    }

    [Fact]
    public async Task A_certificate_cannot_send_the_server_to_an_address_for_its_issuer()
    {
        await using var tripwire = new Tripwire();
        X509Certificate2? leaf = null;
        await using var cunning = new SourceServer(authority =>
        {
            using var between = authority.Below();
            return leaf = between.Issue([SourceServer.Name], tripwire.Address);
        });
        using var fetch = new Fetching(cunning);
        Assert.Equal(OutboundFault.Unreachable, (await fetch.GetAsync($"{Here}/file")).Fault);
        Assert.Equal(0, tripwire.Connections);

        // What would have happened.
        using var careless = new X509Chain();
        careless.Build(leaf!);
        Assert.NotEqual(0, tripwire.Connections);
    }

    private async Task EndsAsync(string page, OutboundFault expected, TimeSpan? within = null)
    {
        // A server that is there is reached also while the machine is busy.
        using var fetch = new Fetching(
            server,
            change: options =>
            {
                options.ReachTimeout = expected is OutboundFault.Unreachable ? TimeSpan.FromSeconds(5) : ApiUser.Timeout;
                options.IdleTimeout = expected is OutboundFault.TooSlow ? TimeSpan.FromSeconds(1) : ApiUser.Timeout;
            }
        );
        Assert.Equal((null, expected), await fetch.GetAsync($"{Here}/{page}", within));
        await ApiUser.WaitForAsync(() => Task.FromResult(server.Connections), open => open == 0);
    }
}
