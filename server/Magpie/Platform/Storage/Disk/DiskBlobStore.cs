using System.Runtime.CompilerServices;

namespace Magpie.Platform.Storage.Disk;

/// <summary>Blobs as files in one folder. They are written under temporary names and appear by renaming.</summary>
internal sealed class DiskBlobStore(BlobFolder folder) : IBlobStore
{
    public Task<BlobWriter> CreateAsync(string key, CancellationToken ct) =>
        Task.FromResult<BlobWriter>(new DiskBlobWriter(folder.NewTemporary(), folder.PathOf(key)));

    public Task TakeAsync(string key, string path, CancellationToken ct)
    {
        var target = folder.PathOf(key);
        UnixFiles.RefuseLink(path);
        var temporary = folder.NewTemporary();
        try
        {
            // From another file system this is a copy, and a half-copied file must not appear among the blobs.
            File.Move(path, temporary);
            // Counts as written now, however old the file is.
            UnixFiles.Touch(temporary);
            BlobFolder.MoveIntoPlace(temporary, target);
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
                    folder.PathOf(key),
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

    public Task CopyToFileAsync(string key, string path, CancellationToken ct)
    {
        UnixFiles.Link(folder.PathOf(key), path);
        return Task.CompletedTask;
    }

    public Task<bool> DeleteAsync(string key, CancellationToken ct)
    {
        var path = folder.PathOf(key);
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
        var path = folder.FolderPathOf(prefix);
        while (Directory.Exists(path))
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody else deletes it too, such as <c>BlobSweep</c>; the rest goes in its next round.
            }
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var listed = new DirectoryInfo(folder.FolderPathOf(prefix));
        if (!listed.Exists)
        {
            yield break;
        }

        foreach (var file in listed.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (!file.Exists)
            {
                continue; // Deleted since its name was read.
            }

            yield return new(folder.KeyOf(file), file.Length, file.LastWriteTimeUtc);
        }
    }
}
