using Magpie.Model;
using Magpie.Platform.Web.Doors;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web;

/// <summary>
/// Refuses requests that change something, use the session cookie and were started by another site. Browsers say so in Sec-Fetch-Site;
/// older ones at least send Origin. Programs send neither, and no cookie. See docs/decisions/0005.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next, IOptions<DoorOptions> doors)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (
            HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method)
            || request.Headers.ContainsKey("Authorization")
            || IsOwn(request)
        )
        {
            return next(context);
        }

        return Problems
            .Of(new RuleViolation("cross-site", "This request came from another site. Open Magpie itself and try again."))
            .ExecuteAsync(context);
    }

    private bool IsOwn(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site.ToString() is "same-origin" or "none";
        }

        // Only compares hosts: a proxy may have ended TLS. It may also have changed the host, which the operator must then have named. Uses
        // the raw header, because the framework decodes international names, which browsers send in ASCII in both.
        return !request.Headers.TryGetValue("Origin", out var origin)
            || (
                Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri)
                && (
                    uri.Authority.Equals(request.Headers.Host.ToString(), StringComparison.OrdinalIgnoreCase)
                    || (
                        doors.Value.PublicAddress is { } address
                        && AuthorityOf(uri).Equals(AuthorityOf(address), StringComparison.OrdinalIgnoreCase)
                    )
                )
            );
    }

    private static string AuthorityOf(Uri uri) => uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}";
}
