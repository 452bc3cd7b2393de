using Magpie.Model.Imports;
using Magpie.Platform.Clouds;

namespace Magpie.Features.Clouds;

/// <summary>
/// Ties a sign-in at a provider to the browser that started it. Lax, not Strict, because the provider sends the browser back from its own
/// site.
/// </summary>
internal static class CloudCookie
{
    private const string Name = "magpie-connect";

    public static void Set(HttpContext http, CloudProvider provider, string verifier) =>
        http.Response.Cookies.Append(Name, verifier, For(http, provider, OAuthStates.Lifetime));

    /// <summary>Returns the cookie's value and deletes it.</summary>
    public static string? Take(HttpContext http, CloudProvider provider)
    {
        http.Response.Cookies.Delete(Name, For(http, provider, null));
        return http.Request.Cookies[Name];
    }

    private static CookieOptions For(HttpContext http, CloudProvider provider, TimeSpan? lifetime) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = $"/api/clouds/{CloudEntry.NameOf(provider)}",
            MaxAge = lifetime,
        };
}
