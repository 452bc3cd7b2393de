using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform.Storage.Disk;

internal sealed class DiskBlobWriter : BlobWriter
{
    private readonly string temporary;
    private readonly string target;
    private readonly SafeFileHandle file;
    private long length;
    private bool committed;

    public DiskBlobWriter(string temporary, string target)
    {
        (this.temporary, this.target) = (temporary, target);
        file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    // Synchronous on purpose: the data reaches the page cache in microseconds, and handing each write to another thread costs more.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        RandomAccess.Write(file, bytes.Span, length);
        length += bytes.Length;
        return ValueTask.CompletedTask;
    }

    public override Task CommitAsync(CancellationToken ct)
    {
        UnixFiles.SyncData(file);
        file.Dispose();
        BlobFolder.MoveIntoPlace(temporary, target);
        UnixFiles.SyncFolder(Path.GetDirectoryName(target)!);
        committed = true;
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        file.Dispose();
        if (!committed)
        {
            File.Delete(temporary);
        }

        return ValueTask.CompletedTask;
    }
}
