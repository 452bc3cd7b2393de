namespace Magpie.Platform.Storage;

/// <summary>Space on a disk, held by a file that nobody reads.</summary>
internal sealed class ReserveFile(string folder)
{
    private readonly string path = Path.Combine(folder, "reserve");

    public long Bytes => new FileInfo(path) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>Whether a file of that size could be written. Leaves nothing behind.</summary>
    public static bool Fits(string folder, long bytes)
    {
        if (!Directory.Exists(folder))
        {
            return true; // Made when it is needed, on the disk of the one above it.
        }

        try
        {
            using var file = File.OpenHandle(
                Path.Combine(folder, "probe"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                FileOptions.DeleteOnClose
            );
            return UnixFiles.Allocate(file, bytes);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Allocates real blocks, not just a length, as far as they fit.</summary>
    public void Extend(long bytes)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            var before = RandomAccess.GetLength(file);
            if (!UnixFiles.Allocate(file, before + bytes))
            {
                RandomAccess.SetLength(file, before);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Not even its name fits; tried again later.
        }
    }

    /// <summary>Keeps the name, because a full disk may have no room for a new one.</summary>
    public void GiveUp()
    {
        if (File.Exists(path))
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            RandomAccess.SetLength(file, 0);
        }
    }
}
