using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.DataProtection;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Remembers, in a signed cookie that outlives the session, to which accounts a browser has signed in: nobody else's wrong passwords keep
/// it out. It opens nothing by itself, and tries of its own are counted for it.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>People who share a browser; who has not been there for longest goes first.</summary>
    private const int MaxAccounts = 5;

    // Sent where passwords are, and nowhere else.
    private const string Path = "/api/session";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Magpie.KnownBrowser").ToTimeLimitedDataProtector();

    public static string CookieNameFor(HttpRequest request) => request.IsHttps ? "__Secure-magpie-browser" : "magpie-browser";

    /// <summary>
    /// The browser's own name, where it has signed in to this account before, and the account has not been signed out everywhere since.
    /// </summary>
    public string? NameFor(HttpContext http, Account? account) =>
        Read(http) is { } browser && account is not null && browser.Accounts.Contains(new(account.Id, account.SecurityStamp))
            ? browser.Name
            : null;

    public void Remember(HttpContext http, Guid account, string? stamp)
    {
        var before = Read(http);
        var browser = new Browser(
            before?.Name ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            [new(account, stamp), .. (before?.Accounts ?? []).Where(one => one.Id != account).Take(MaxAccounts - 1)]
        );
        http.Response.Cookies.Append(
            CookieNameFor(http.Request),
            protector.Protect(JsonSerializer.Serialize(browser), Lifetime),
            new()
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = Path,
                MaxAge = Lifetime,
            }
        );
    }

    private Browser? Read(HttpContext http)
    {
        if (http.Request.Cookies[CookieNameFor(http.Request)] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Browser>(protector.Unprotect(text));
        }
        catch (Exception invalid) when (invalid is CryptographicException or JsonException)
        {
            // Made up, expired, or signed with a key that is gone: a browser like any other.
            return null;
        }
    }

    private sealed record Browser(string Name, IReadOnlyList<KnownAccount> Accounts);

    private sealed record KnownAccount(Guid Id, string? Stamp);
}
