using Microsoft.AspNetCore.Authentication.Cookies;

namespace Magpie.Features.Accounts;

/// <summary>
/// Over TLS the cookie has a name prefix with which browsers accept it only from this very host, so that no neighbouring host can plant
/// one. Over plain HTTP, on one's own machine, browsers refuse that name. Each door reads only its own cookie.
/// </summary>
internal sealed class CookieByDoor : ICookieManager
{
    public const string Plain = "magpie";
    private const string Host = "__Host-magpie";

    private readonly ChunkingCookieManager cookies = new();

    public static string NameFor(HttpRequest request) => request.IsHttps ? Host : Plain;

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameFor(context.Request));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameFor(context.Request), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameFor(context.Request), options);
}
