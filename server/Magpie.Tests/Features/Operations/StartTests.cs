using System.Net;
using System.Net.Sockets;
using Magpie.Platform.Web;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Magpie.Tests.Features.Operations;

public sealed class StartTests
{
    [Theory]
    [InlineData("Magpie__Limits__ImageBytes", "0", "Magpie:Limits:ImageBytes")]
    [InlineData("Magpie__Limits__VideoBytes", "a lot", "Magpie:Limits:VideoBytes")]
    [InlineData("Magpie__Accounts__SessionDays", "4000", "Magpie:Accounts:SessionDays")]
    [InlineData("Magpie__Uploads__StretchBytes", "5", "Magpie:Uploads:StretchBytes")]
    [InlineData("Magpie__Media__PictureTimeout", "soon", "Magpie:Media:PictureTimeout")]
    [InlineData("Magpie__Media__MaxMegapixels", "0", "Magpie:Media:MaxMegapixels")]
    [InlineData("Magpie__Plans__Free__StorageBytes", "-1", "Magpie:Plans:Free:StorageBytes")]
    [InlineData("Magpie__Plans__Starter__Videos", "perhaps", "Magpie:Plans:Starter:Videos")]
    [InlineData("Magpie__Storage__ReserveBytes", "-1", "Magpie:Storage:ReserveBytes")]
    [InlineData("Magpie__Storage__Store", "Tape", "Magpie:Storage:Store")]
    [InlineData("Magpie__Installation__TakeOver", "perhaps", "Magpie:Installation:TakeOver")]
    [InlineData("Magpie__Database__Postgres", "a server somewhere", "Magpie:Database:Postgres")]
    [InlineData("Magpie__Database__Postgres", "Host=;Database=magpie", "Magpie:Database:Postgres")]
    [InlineData("MAGPIE_URLS", "nowhere", "MAGPIE_URLS")]
    [InlineData("Magpie__Proxies__0", "the one in front", "Magpie:Proxies: 'the one in front' is neither")]
    [InlineData("Magpie__Proxies", "10.0.0.0/8, 10.0.0.300", "Magpie:Proxies: '10.0.0.300' is neither")]
    [InlineData("Magpie__Proxies", "10", "Magpie:Proxies: '10' is neither")]
    [InlineData("Magpie__Proxies", "10.20/16", "Magpie:Proxies: '10.20/16' is neither")]
    [InlineData("Magpie__Proxies", "010.0.0.1", "Magpie:Proxies: '010.0.0.1' is neither")]
    [InlineData("Magpie__PublicUrl", "media.example.org", "Magpie:PublicUrl")]
    [InlineData("Magpie__PublicUrl", "https://media.example.org/magpie", "Magpie:PublicUrl")]
    [InlineData("Magpie__OtherHosts__0", "a host", "Magpie:OtherHosts")]
    [InlineData("Magpie__MetricsToken", "short", "Magpie:MetricsToken")]
    [InlineData("Magpie__Keys__File", "/proc/key", "Magpie:Keys:File")]
    [InlineData("Magpie__Keys__File", "/dev/null", "Magpie:Keys:File")]
    [InlineData("Magpie__Keys__BeginAnew", "perhaps", "Magpie:Keys:BeginAnew")]
    public async Task A_wrong_setting_ends_the_start_with_one_line_that_names_it(string key, string value, string named)
    {
        var (exitCode, log) = await ServerProcess.RunToItsEndAsync((key, value));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("magpie: ", log, StringComparison.Ordinal);
        Assert.Contains(named, log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_start_with_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var (exitCode, log) = await ServerProcess.RunToItsEndAsync(("MAGPIE_URLS", url));

        Assert.Equal(1, exitCode);
        Assert.EndsWith(
            $"{url}: address already in use. Choose another address with MAGPIE_URLS.",
            Assert.Single(log.Split('\n'), line => line.StartsWith("magpie: ", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Unhandled exception", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_refuses_to_start_and_harms_nothing()
    {
        await using var first = await ServerProcess.StartNewAsync();
        var owner = await first.SetUpAsync();

        var (exitCode, log) = await ServerProcess.RunToItsEndAsync(("MAGPIE_DATA", first.DataFolder));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"magpie: Another Magpie is already using {first.DataFolder}. Stop it, or choose another folder with MAGPIE_DATA.",
            log
        );
        await owner.WaitUntilUnderstoodAsync(await owner.UploadAsync(FreeMedia.PathOf("coast.jpg")));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_ends_the_start_with_one_line()
    {
        var (exitCode, log) = await ServerProcess.RunToItsEndAsync(
            (
                "Magpie__Database__Postgres",
                $"Host=127.0.0.1;Port={ServerProcess.FreePort()};Database=magpie;Username=magpie;Password=do-not-show"
            )
        );

        Assert.Equal(1, exitCode);
        Assert.StartsWith("magpie: The database cannot be used: Failed to connect to 127.0.0.1:", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
        Assert.DoesNotContain("do-not-show", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stop_interrupts_while_the_server_starts_is_no_error_of_the_start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        builder.Services.AddHostedService<Interrupted>();

        Assert.Equal(0, await builder.Build().ServeAsync(() => Task.CompletedTask));
    }

    /// <summary>As Quartz tells it when it cannot commit any more.</summary>
    private sealed class Interrupted(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            throw new InvalidOperationException("Couldn't commit.", new OperationCanceledException());
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
