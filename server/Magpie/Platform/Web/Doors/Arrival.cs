using System.Net;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>
/// Records how a request arrived, before a proxy's claims are believed. Local means that it was made on this very machine, directly and by
/// its own name: a proxy there asks for others, and a page of another site can make its name lead here (DNS rebinding).
/// </summary>
internal sealed class Arrival(RequestDelegate next, IOptions<DoorOptions> options, HostNames names, ILogger<Arrival> log)
{
    private static readonly object Mark = new();
    private static readonly string[] WordsOfProxies =
    [
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "X-Forwarded-Host",
        "X-Original-For",
        "X-Original-Proto",
        "X-Real-IP",
        "Forwarded",
        "Via",
        "True-Client-IP",
        "CF-Connecting-IP",
    ];

    private readonly IPNetwork[] proxies = [.. options.Value.ProxyNetworks];
    private int said;

    public Task InvokeAsync(HttpContext http)
    {
        if (!HasReadableHost(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        var (request, from) = (http.Request, http.Connection.RemoteIpAddress is { } remote ? ClientAddress.Plain(remote) : null);
        var isPassedOn = WordsOfProxies.Any(request.Headers.ContainsKey);
        var isFromProxy = from is null ? options.Value.BelievesSocket : proxies.Any(network => network.Contains(from));
        if (
            isPassedOn
            && from is not null
            && !isFromProxy
            && request.Headers.ContainsKey("X-Forwarded-For")
            && Interlocked.Exchange(ref said, 1) == 0
        )
        {
            log.LogWarning(
                "{Address} passes requests on for others, and is not in Magpie:Proxies: all of them count as its own. See "
                    + "docs/guide/proxies.md",
                from
            );
        }

        if (from is null && !isFromProxy)
        {
            // The framework only checks addresses against the list of proxies.
            request.Headers.Remove("X-Forwarded-For");
            request.Headers.Remove("X-Forwarded-Proto");
        }

        // A proxy that does not say whom it asks for often speaks HTTP/1.0, which no browser does.
        if (
            from is not null
            && IPAddress.IsLoopback(from)
            && !isPassedOn
            && !isFromProxy
            && request.Protocol != HttpProtocol.Http10
            && (HostNames.IsLoopback(request.Host) || names.IsPublic(request.Host))
        )
        {
            http.Items[Mark] = Mark;
        }

        return next(http);
    }

    /// <summary>The framework decodes international names, and throws later if one is invalid.</summary>
    private static bool HasReadableHost(HttpRequest request)
    {
        try
        {
            _ = request.Host;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    internal static bool WasLocal(HttpContext http) => http.Items.ContainsKey(Mark);
}
