using Magpie.Model;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>
/// If the name under which people open Magpie is configured, no other name is answered. Monitoring uses an address, and learns nothing.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, HostNames names, IOptions<DoorOptions> options)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (
            names.IsKnown(http.Request.Host)
            || http.Request.Path.StartsWithSegments("/health")
            || http.Request.Path.StartsWithSegments("/metrics")
        )
        {
            return next(http);
        }

        var address = options.Value.PublicAddress!.GetLeftPart(UriPartial.Authority);
        return Problems
            .Of(
                new RuleViolation("unknown-host", $"Magpie isn’t available under this name. Open {address} instead.").With(
                    ("address", address)
                )
            )
            .ExecuteAsync(http);
    }
}
