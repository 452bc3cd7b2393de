using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Accounts;

/// <summary>Section <c>Magpie:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Magpie:Accounts";

    /// <summary>Attempts to sign in or set up, per minute and address (for IPv6, per /64).</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>After this many wrong passwords in a row, an address must wait before it may try that account again.</summary>
    [Range(1, 100)]
    public int FailuresBeforeLockOut { get; set; } = 5;

    /// <summary>The first wait; it doubles with each further attempt, up to an hour.</summary>
    [Range(1, 24 * 60)]
    public int LockOutMinutes { get; set; } = 5;

    [Range(1, 365)]
    public int SessionDays { get; set; } = 30;
}
