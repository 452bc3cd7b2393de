using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.DataProtection;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Remembers the accounts that a browser has signed in to, in a signed cookie that outlives the session, so that other people's wrong
/// passwords do not lock it out. The cookie grants no access, and its own failed attempts count.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>For people who share a browser; the one who was away longest goes first.</summary>
    private const int MaxAccounts = 5;

    // Sent only where passwords are.
    private const string Path = "/api/session";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Magpie.KnownBrowser").ToTimeLimitedDataProtector();

    public static string CookieNameFor(HttpRequest request) => request.IsHttps ? "__Secure-magpie-browser" : "magpie-browser";

    /// <summary>
    /// The browser's name, if it has signed in to this account before and the account has not been signed out everywhere since.
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
            // Forged, expired, or signed with a lost key: treated like any other browser.
            return null;
        }
    }

    private sealed record Browser(string Name, IReadOnlyList<KnownAccount> Accounts);

    private sealed record KnownAccount(Guid Id, string? Stamp);
}
