using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

internal static class SecurityHeaders
{
    /// <summary>For files that people gave us: even if a browser took one for a page, it could do nothing.</summary>
    public const string FilePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'";

    // 'unsafe-inline' for styles only: the component library positions things with style attributes.
    private const string AppPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // A year, and for this name alone: what else the domain has is not ours to say.
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

        // What a member was told is nobody's afterwards; files, which have addresses of their own, say something else.
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

    /// <summary>
    /// Scripts, styles and fonts are no documents: what only documents heed is left out, which every one of them would carry otherwise.
    /// </summary>
    public static void LeaveOutThoseOfDocuments(IHeaderDictionary headers)
    {
        headers.Remove("Cross-Origin-Opener-Policy");
        headers.Remove("Permissions-Policy");
        headers.Remove(HeaderNames.XFrameOptions);
    }
}

/// <summary>Before it says that something failed the framework takes all headers back: for this answer they are set once more.</summary>
internal sealed class SecuredErrors : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        SecurityHeaders.SetOn(httpContext);
        return ValueTask.FromResult(false);
    }
}
