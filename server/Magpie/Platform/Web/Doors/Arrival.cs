using System.Net;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>
/// Notes how a request came, before the word of a proxy is taken for anything. Local is what was asked on this very machine, straight and
/// by its own name: a proxy there asks for others, and a page of another site can have its name lead here (DNS rebinding).
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
            // The framework asks the list of proxies about addresses alone.
            request.Headers.Remove("X-Forwarded-For");
            request.Headers.Remove("X-Forwarded-Proto");
        }

        // A proxy that says nothing of whom it asks for often speaks HTTP/1.0, which no browser does.
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

    /// <summary>The framework decodes international names, and throws for whoever asks next where one is none.</summary>
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
