using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Imports;

/// <summary>
/// How many imports run at once, and how long they may take. Section <c>Magpie:Imports</c>, which also says what may be fetched at all.
/// </summary>
public sealed class ImportOptions
{
    public const string Section = "Magpie:Imports";

    /// <summary>Imports that this server runs at once, of all members together.</summary>
    [Range(1, 1000)]
    public int MaxRunning { get; set; } = 8;

    [Range(1, 1000)]
    public int MaxRunningPerWorkspace { get; set; } = 6;

    [Range(1, 1000)]
    public int MaxRunningPerMember { get; set; } = 4;

    /// <summary>Imports of one member that run or wait.</summary>
    [Range(1, 10_000)]
    public int MaxOpenPerMember { get; set; } = 500;

    /// <summary>How long one import may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a look at an address may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Hours that an import stays on the list after it has ended.</summary>
    [Range(1, 24 * 30)]
    public int KeepHours { get; set; } = 24;
}
