using System.Buffers;
using System.Runtime.CompilerServices;

namespace Magpie.Platform.Storage;

/// <summary>
/// Blobs as files under one folder. Temporary names live in <c>tmp/</c> beside them, on the same file system, so that a rename is atomic.
/// </summary>
internal sealed class DiskBlobStore : IBlobStore
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-./");

    private readonly string root;
    private readonly string temporary;

    public DiskBlobStore(string root)
    {
        this.root = root;
        temporary = Path.Combine(root, "tmp");
        Directory.CreateDirectory(temporary);
        MakeShards();
    }

    /// <summary>Whatever lies there was being written when the server ended: nobody was told of it.</summary>
    public static void ForgetUnfinished(string root)
    {
        var temporary = Path.Combine(root, "tmp");
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    public Task<BlobWriter> CreateAsync(string key, CancellationToken ct) =>
        Task.FromResult<BlobWriter>(new DiskBlobWriter(NewTemporary(), PathOf(key)));

    public Task TakeAsync(string key, string path, CancellationToken ct)
    {
        var target = PathOf(key);
        UnixFiles.RefuseLink(path);
        var temporary = NewTemporary();
        try
        {
            // From another file system this is a copy, and what is half copied has no place among the blobs.
            File.Move(path, temporary);
            // It counts as written now, whenever the file was.
            UnixFiles.Touch(temporary);
            MoveIntoPlace(temporary, target);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        return Task.CompletedTask;
    }

    public Task<Stream?> OpenReadAsync(string key, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(
                    PathOf(key),
                    new FileStreamOptions
                    {
                        Mode = FileMode.Open,
                        Access = FileAccess.Read,
                        Share = FileShare.Read | FileShare.Delete,
                        Options = FileOptions.Asynchronous,
                        BufferSize = 0,
                    }
                )
            );
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<BlobWriter> AppendAsync(string key, long offset, CancellationToken ct)
    {
        var path = PathOf(key);
        if (offset == 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }

        return Task.FromResult<BlobWriter>(AppendWriter.Open(path, offset));
    }

    public Task<long> LengthAsync(string key, CancellationToken ct)
    {
        var file = new FileInfo(PathOf(key));
        return Task.FromResult(file.Exists ? file.Length : 0);
    }

    public Task CopyToFileAsync(string key, string path, CancellationToken ct)
    {
        UnixFiles.Link(PathOf(key), path);
        return Task.CompletedTask;
    }

    public Task<bool> DeleteAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            return Task.FromResult(false);
        }

        try
        {
            File.Delete(path);
            return Task.FromResult(true);
        }
        catch (DirectoryNotFoundException)
        {
            return Task.FromResult(false); // Somebody else deleted its folder meanwhile.
        }
    }

    public Task DeleteFolderAsync(string prefix, CancellationToken ct)
    {
        var folder = FolderOf(prefix);
        while (Directory.Exists(folder))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody else deletes it too, a sweep for instance; what is left of it goes in the next round.
            }
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var folder = new DirectoryInfo(FolderOf(prefix));
        if (!folder.Exists)
        {
            yield break;
        }

        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (!file.Exists)
            {
                continue; // Deleted since its name was read.
            }

            yield return new(Path.GetRelativePath(root, file.FullName), file.Length, file.LastWriteTimeUtc);
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

    /// <summary>
    /// All folders of originals at once, so that no upload has to wait until the folder of its file is on the disk too. At each start:
    /// the one before may have been killed between making and flushing them.
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

    private string NewTemporary() => Path.Combine(temporary, Guid.NewGuid().ToString("n"));

    private string FolderOf(string prefix) =>
        prefix.EndsWith('/')
            ? PathOf(prefix[..^1])
            : throw new ArgumentException($"'{prefix}' is not the name of a folder of blobs.", nameof(prefix));

    private string PathOf(string key)
    {
        if (key.Length == 0 || key.Split('/').Any(segment => segment is "" or "." or "..") || key.AsSpan().ContainsAnyExcept(KeyCharacters))
        {
            throw new ArgumentException($"'{key}' is not a blob key.", nameof(key));
        }

        return Path.Combine(root, key);
    }
}
