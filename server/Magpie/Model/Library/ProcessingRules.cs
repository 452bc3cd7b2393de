namespace Magpie.Model.Library;

/// <summary>How often and how patiently an asset is processed before it is called failed.</summary>
public static class ProcessingRules
{
    public const int MaxAttempts = 3;

    /// <summary>Longer than any single attempt may take, so that a watchdog never races a living worker.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>10 s after the first attempt, then 40 s.</summary>
    public static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(10 * Math.Pow(4, Math.Max(0, attempts - 1)));
}
