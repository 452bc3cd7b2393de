using Microsoft.AspNetCore.Authentication.Cookies;

namespace Magpie.Features.Accounts;

/// <summary>
/// Behind TLS the cookie has the name that browsers let only the very host set, over TLS, for all of it; no neighbour can put one of its
/// own in its place. Over plain HTTP, on one's own machine, they take no such name. Each door reads only its own.
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
