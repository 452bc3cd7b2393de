using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform.Storage;

internal sealed class DiskBlobWriter : BlobWriter
{
    private readonly string temporary;
    private readonly string target;
    private readonly bool durable;
    private readonly SafeFileHandle file;
    private long length;
    private bool committed;

    public DiskBlobWriter(string temporary, string target, bool durable)
    {
        (this.temporary, this.target, this.durable) = (temporary, target, durable);
        file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    // Synchronous on purpose: it lands in the page cache in microseconds, and handing each write to another thread costs more.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        RandomAccess.Write(file, bytes.Span, length);
        length += bytes.Length;
        return ValueTask.CompletedTask;
    }

    public override Task CommitAsync(CancellationToken ct)
    {
        if (durable)
        {
            UnixFiles.SyncData(file);
        }

        file.Dispose();

        var folder = Path.GetDirectoryName(target)!;
        while (true)
        {
            Directory.CreateDirectory(folder);
            try
            {
                File.Move(temporary, target, overwrite: true);
                break;
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody deleted the last blob of this folder, and the folder with it, in between.
            }
        }

        if (durable)
        {
            UnixFiles.SyncFolder(folder);
        }

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
