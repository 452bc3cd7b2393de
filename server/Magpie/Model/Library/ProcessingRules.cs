namespace Magpie.Model.Library;

/// <summary>How often an asset is processed, and after what delays, before it counts as failed.</summary>
public static class ProcessingRules
{
    /// <summary>Attempts that failed.</summary>
    public const int MaxAttempts = 3;

    /// <summary>Interruptions that are not the file's fault: the server stopped, a child was killed, the disk was full.</summary>
    public const int MaxInterruptions = 12;

    /// <summary>Longer than any attempt may take, so that nobody takes an asset from a worker that is still alive.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>10 s after the first attempt, then 40 s.</summary>
    public static TimeSpan AfterAttempt(int attempts) => TimeSpan.FromSeconds(10 * Math.Pow(4, Math.Max(0, attempts - 1)));

    /// <summary>2 s after the first interruption, doubling up to 5 minutes.</summary>
    public static TimeSpan AfterInterruption(int interruptions) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Max(1, interruptions))));
}
