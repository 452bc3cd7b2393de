namespace Magpie.Platform;

internal static class DiskSpace
{
    private const long NothingToSpeakOf = 1 << 20;

    public static bool IsExhausted(IOException error) => Outages.Of(error) is Outage.DiskFull;

    /// <summary>Whether the disk of a folder is almost full. For programs that only say that something went wrong.</summary>
    public static bool IsUsedUp(string folder) => Directory.Exists(folder) && FreeBytes(folder) < NothingToSpeakOf;

    /// <summary>How many bytes this process may still write to the disk of a folder; unlimited when that cannot be found out.</summary>
    public static long FreeBytes(string folder) => Ask(folder, disk => disk.AvailableFreeSpace);

    public static long TotalBytes(string folder) => Ask(folder, disk => disk.TotalSize);

    private static long Ask(string folder, Func<DriveInfo, long> ask)
    {
        try
        {
            return ask(new(folder));
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
