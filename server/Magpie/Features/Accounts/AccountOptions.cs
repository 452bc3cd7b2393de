using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Accounts;

/// <summary>Section <c>Magpie:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Magpie:Accounts";

    /// <summary>Tries to sign in or set up, a minute and address (of IPv6, a /64).</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Wrong passwords in a row after which an address has to wait before it tries that account again.</summary>
    [Range(1, 100)]
    public int FailuresBeforeLockOut { get; set; } = 5;

    /// <summary>Twice as long after each further one, up to an hour.</summary>
    [Range(1, 24 * 60)]
    public int LockOutMinutes { get; set; } = 5;

    [Range(1, 365)]
    public int SessionDays { get; set; } = 30;
}
