namespace Magpie.Model.Library;

/// <summary>How often and how patiently an asset is processed before it is called failed.</summary>
public static class ProcessingRules
{
    /// <summary>Tries that came to nothing.</summary>
    public const int MaxAttempts = 3;

    /// <summary>Interruptions that are not the file's fault: a stop of the server, a child killed from outside, a full disk.</summary>
    public const int MaxInterruptions = 12;

    /// <summary>Longer than any single attempt may take, so that nobody takes an asset from a living worker.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>10 s after the first attempt, then 40 s.</summary>
    public static TimeSpan AfterAttempt(int attempts) => TimeSpan.FromSeconds(10 * Math.Pow(4, Math.Max(0, attempts - 1)));

    /// <summary>2 s after the first interruption, doubled each time, up to 5 minutes.</summary>
    public static TimeSpan AfterInterruption(int interruptions) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Max(1, interruptions))));
}
