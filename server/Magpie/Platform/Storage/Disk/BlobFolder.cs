using System.Buffers;

namespace Magpie.Platform.Storage.Disk;

/// <summary>
/// The folder for blobs and growing files: maps keys to paths. Temporary names are in <c>tmp/</c> on the same file system, so that renaming
/// is atomic.
/// </summary>
internal sealed class BlobFolder
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-./");

    private readonly string root;
    private readonly string temporary;

    public BlobFolder(string root)
    {
        this.root = root;
        temporary = Path.Combine(root, "tmp");
        Directory.CreateDirectory(temporary);
        MakeShards();
    }

    /// <summary>Files with temporary names were being written when the server stopped, and nobody was told of them.</summary>
    public static void ForgetUnfinished(string root)
    {
        var temporary = Path.Combine(root, "tmp");
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    public static void MoveIntoPlace(string temporary, string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        while (true)
        {
            Directory.CreateDirectory(folder);
            try
            {
                File.Move(temporary, target, overwrite: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody deleted the last blob of this folder, and the folder with it, in between.
            }
        }
    }

    public string NewTemporary() => Path.Combine(temporary, Guid.NewGuid().ToString("n"));

    /// <exception cref="ArgumentException">It is no key of ours.</exception>
    public string PathOf(string key)
    {
        if (key.Length == 0 || key.Split('/').Any(segment => segment is "" or "." or "..") || key.AsSpan().ContainsAnyExcept(KeyCharacters))
        {
            throw new ArgumentException($"'{key}' is not a blob key.", nameof(key));
        }

        return Path.Combine(root, key);
    }

    /// <exception cref="ArgumentException">It is no prefix of ours, or does not end in <c>/</c>.</exception>
    public string FolderPathOf(string prefix) =>
        prefix.EndsWith('/')
            ? PathOf(prefix[..^1])
            : throw new ArgumentException($"'{prefix}' is not the name of a folder of blobs.", nameof(prefix));

    public string KeyOf(FileInfo file) => Path.GetRelativePath(root, file.FullName);

    /// <summary>
    /// Creates and flushes all folders for originals at once, so that no upload has to wait for its folder. At each start, because the
    /// previous server may have been killed between creating and flushing them.
    /// </summary>
    private void MakeShards()
    {
        var originals = PathOf(BlobKeys.Originals[..^1]);
        foreach (var shard in BlobKeys.Shards)
        {
            Directory.CreateDirectory(Path.Combine(originals, shard));
        }

        foreach (var folder in (string[])[originals, root, Path.GetDirectoryName(root)!])
        {
            UnixFiles.SyncFolder(folder);
        }
    }
}
