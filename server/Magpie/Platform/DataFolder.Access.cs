namespace Magpie.Platform;

/// <summary>Nobody else on the machine needs anything in there: it has people's files, and the keys that sign them in.</summary>
internal sealed partial class DataFolder
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>
    /// Removes other users' permissions, and logs it. Only looks at the top of the folder, at names that Magpie itself gives: nothing below
    /// a closed folder can be reached, and there may be a million files.
    /// </summary>
    public void KeepFromOthers(ILogger log)
    {
        if (File.GetUnixFileMode(Root).HasFlag(UnixFileMode.StickyBit))
        {
            log.LogWarning("Everybody on this machine uses {Root}. Give Magpie a folder of its own with MAGPIE_DATA.", Root);
        }
        else
        {
            Close(Root, log);
        }

        foreach (var path in (string[])[Blobs, Scratch, Database, $"{Database}-wal", $"{Database}-shm", Installation, KeyFile])
        {
            // A link leads to something that somebody has put elsewhere on purpose.
            if (Path.Exists(path) && new FileInfo(path).LinkTarget is null)
            {
                Close(path, log);
            }
        }
    }

    private static void Close(string path, ILogger log)
    {
        var mode = File.GetUnixFileMode(path);
        if ((mode & Others) == 0)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, mode & ~Others);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Not the owner, or a file system without permissions. Not fatal: it has worked so until now.
            log.LogWarning(
                "Others on this machine may use {Path} ({Mode}), and it cannot be closed to them: {Reason}",
                path,
                InOctal(mode),
                refused.Message
            );
            return;
        }

        if ((File.GetUnixFileMode(path) & Others) != 0)
        {
            log.LogWarning(
                "Others on this machine may use {Path} ({Mode}), and its file system knows no rights that would keep them out.",
                path,
                InOctal(mode)
            );
            return;
        }

        log.LogWarning(
            "Others on this machine could use {Path} ({Mode}). It is for Magpie's own user alone now ({Now}).",
            path,
            InOctal(mode),
            InOctal(mode & ~Others)
        );
    }

    internal static string InOctal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
