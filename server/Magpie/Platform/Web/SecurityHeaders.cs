using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

internal static class SecurityHeaders
{
    /// <summary>For users' files: even if a browser took one for a page, it could do nothing.</summary>
    public const string FilePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'";

    // 'unsafe-inline' for styles only: the component library positions things with style attributes.
    private const string AppPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // For a year, and for this name alone: the rest of the domain is not ours.
    private const string StayOnTls = "max-age=31536000";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                SetOn(context);
                return next(context);
            }
        );

    public static void SetOn(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (
            context.Request.IsHttps
            && context.RequestServices.GetRequiredService<IOptions<DoorOptions>>().Value.PublicAddress is { Scheme: "https" }
        )
        {
            headers.StrictTransportSecurity = StayOnTls;
        }

        // What one member was told must not be cached for the next; files, which have addresses of their own, override this.
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }

        headers.ContentSecurityPolicy = AppPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
        headers.XFrameOptions = "DENY";
    }

    /// <summary>Scripts, styles and fonts are not documents, so headers that only matter for documents are left out.</summary>
    public static void LeaveOutThoseOfDocuments(IHeaderDictionary headers)
    {
        headers.Remove("Cross-Origin-Opener-Policy");
        headers.Remove("Permissions-Policy");
        headers.Remove(HeaderNames.XFrameOptions);
    }
}

/// <summary>Before an error response the framework removes all headers, so they are set again.</summary>
internal sealed class SecuredErrors : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        SecurityHeaders.SetOn(httpContext);
        return ValueTask.FromResult(false);
    }
}
