using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform.Storage.Disk;

/// <summary>A file that is appended to.</summary>
internal sealed class AppendWriter : BlobWriter
{
    // Written data is sent to the disk while more arrives, so that the flush at the end has little left to do.
    private const int StretchBytes = 1 << 20;

    private readonly string path;
    private readonly SafeFileHandle file;
    private long length;
    private long handedOver;
    private bool isNameKept;

    private AppendWriter(string path, SafeFileHandle file, long offset) =>
        (this.path, this.file, length, handedOver, isNameKept) = (path, file, offset, offset, offset > 0);

    public static AppendWriter Open(string path, long offset)
    {
        SafeFileHandle file;
        try
        {
            // Shared, because the finished file is read while it is still open here.
            file = File.OpenHandle(
                path,
                offset == 0 ? FileMode.OpenOrCreate : FileMode.Open,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete
            );
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EndOfStreamException($"There is no blob that could go on at {offset}.", gone);
        }

        if (RandomAccess.GetLength(file) is var found && found < offset)
        {
            file.Dispose();
            throw new EndOfStreamException($"The blob ends at {found}, before {offset}.");
        }

        if (found > offset)
        {
            RandomAccess.SetLength(file, offset);
        }

        return new(path, file, offset);
    }

    // Synchronous on purpose: the data reaches the page cache in microseconds, and handing each write to another thread costs more.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        RandomAccess.Write(file, bytes.Span, length);
        length += bytes.Length;
        if (length - handedOver >= StretchBytes)
        {
            UnixFiles.BeginSync(file, handedOver, length - handedOver);
            handedOver = length;
        }

        return ValueTask.CompletedTask;
    }

    public override Task CommitAsync(CancellationToken ct)
    {
        UnixFiles.SyncData(file);
        if (!isNameKept)
        {
            UnixFiles.SyncFolder(Path.GetDirectoryName(path)!);
            isNameKept = true;
        }

        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}
