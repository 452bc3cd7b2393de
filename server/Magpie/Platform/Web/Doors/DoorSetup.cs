using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

internal static class DoorSetup
{
    public static void AddDoors(this IServiceCollection services)
    {
        services
            .AddOptions<DoorOptions>()
            .BindConfiguration(DoorOptions.Section)
            .Configure<IConfiguration>(TakeOneLine)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<DoorOptions>>(Believe);
        services.AddSingleton<HostNames>();
        services.AddSingleton<PublicAddress>();
    }

    /// <summary>Whether it was made on this machine itself; see <see cref="Arrival"/>.</summary>
    public static bool IsLocal(this HttpContext http) => Arrival.WasLocal(http);

    /// <summary>A list in a single variable: ignoring it silently would be a trap.</summary>
    private static void TakeOneLine(DoorOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(DoorOptions.Section);
        options.Proxies = [.. options.Proxies, .. Listed(section[nameof(DoorOptions.Proxies)])];
        options.OtherHosts = [.. options.OtherHosts, .. Listed(section[nameof(DoorOptions.OtherHosts)])];
    }

    private static string[] Listed(string? line) =>
        (line ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Believe(ForwardedHeadersOptions forwarded, IOptions<DoorOptions> options)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardedHeaders =
            options.Value.Proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null; // Each address on the way is looked up in the list.
        forwarded.KnownProxies.Add(IPAddress.None); // Nobody's: to the framework an empty list means everybody.
        foreach (var network in options.Value.ProxyNetworks)
        {
            forwarded.KnownIPNetworks.Add(network);
        }
    }
}
