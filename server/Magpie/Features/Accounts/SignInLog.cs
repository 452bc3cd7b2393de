using Magpie.Platform.Database;
using Magpie.Platform.Web.Doors;

namespace Magpie.Features.Accounts;

/// <summary>
/// What an operator reads, or lets a tool read, to see who tries to come in. Passwords never, and of what strangers type as little as
/// helps.
/// </summary>
internal sealed class SignInLog(TimeProvider time, ILogger<SignInLog> log)
{
    private const int MaxTyped = 60;
    private const int MaxRemembered = 1_000;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> said = [];

    public void SignedIn(HttpContext http, Account account, string device) =>
        log.LogInformation("Signed in: account {AccountId} from {Address}, {Device}", account.Id, AddressOf(http), device);

    public void Failed(HttpContext http, Account? account, string typed)
    {
        if (account is not null)
        {
            log.LogWarning("Sign-in failed: wrong password for account {AccountId} from {Address}", account.Id, AddressOf(http));
        }
        else
        {
            log.LogWarning("Sign-in failed: no account {Typed} from {Address}", Clean(typed), AddressOf(http));
        }
    }

    public void LockedOut(HttpContext http, Account? account, string typed, TimeSpan wait)
    {
        // Who goes on trying is said once a minute: the log must not be what fills the disk.
        if (IsNews($"locked {ClientAddress.CountedFor(http)} {typed}"))
        {
            log.LogWarning(
                "Sign-in locked: {Account} from {Address}, for {Seconds} s after too many wrong passwords",
                account?.Id.ToString() ?? Clean(typed),
                AddressOf(http),
                (int)Math.Ceiling(wait.TotalSeconds)
            );
        }
    }

    public void TooMany(HttpContext http)
    {
        if (IsNews($"many {ClientAddress.CountedFor(http)}"))
        {
            log.LogWarning("Sign-in refused: too many tries a minute from {Address}", AddressOf(http));
        }
    }

    public void WrongSetupCode(HttpContext http)
    {
        if (IsNews($"setup {ClientAddress.CountedFor(http)}"))
        {
            log.LogWarning("Setup refused: wrong code from {Address}", AddressOf(http));
        }
    }

    /// <summary>A warning: it happens once, and must be seen, however little is logged.</summary>
    public void SetUp(HttpContext http, Account owner) =>
        log.LogWarning("Set up: account {AccountId} is the owner, from {Address}", owner.Id, AddressOf(http));

    public void TokenRefused(HttpContext http, string why)
    {
        if (IsNews($"token {ClientAddress.CountedFor(http)}"))
        {
            log.LogWarning("Token refused: {Why}, from {Address}", why, AddressOf(http));
        }
    }

    /// <summary>
    /// What is no address at all may be a password in the wrong field. Letters, digits and what addresses are made of stay; whatever could
    /// begin a line of its own, or turn one around, does not.
    /// </summary>
    internal static string Clean(string typed) =>
        !typed.Contains('@', StringComparison.Ordinal)
            ? "(not an address)"
            : string.Concat(
                typed
                    .Take(MaxTyped)
                    .Select(letter => char.IsLetterOrDigit(letter) || "@.-_+'".Contains(letter, StringComparison.Ordinal) ? letter : '?')
            ) + (typed.Length > MaxTyped ? "…" : "");

    private static string AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? ClientAddress.Plain(address).ToString() : "an unknown address";

    private bool IsNews(string what)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (said.TryGetValue(what, out var last) && now - last < Silence)
            {
                return false;
            }

            if (said.Count >= MaxRemembered)
            {
                said.Clear();
            }

            said[what] = now;
            return true;
        }
    }
}
