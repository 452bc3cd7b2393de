namespace Magpie.Platform.Storage;

internal static class DiskSpace
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT

    // .NET keeps errno in HResult where it has no exception of its own for it, and so does UnixFiles.
    public static bool IsExhausted(IOException error) => error.HResult is NoSpaceLeft or QuotaExceeded;
}
