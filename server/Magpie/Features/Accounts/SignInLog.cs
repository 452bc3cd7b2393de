using Magpie.Platform.Database;
using Magpie.Platform.Web.Doors;

namespace Magpie.Features.Accounts;

/// <summary>
/// Tells operators, or their tools, who tries to come in. Never logs passwords, and as little as possible of what strangers type.
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
        // Repeated attempts are logged once a minute, so that the log does not fill the disk.
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

    /// <summary>Happens once, and logged as a warning, so that it is seen even if little is logged.</summary>
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
    /// Something that is not an address may be a password in the wrong field. Keeps letters, digits and the characters of addresses; drops
    /// anything that could start a new line or reverse the direction of the text.
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
