using System.Runtime.InteropServices;
using Magpie.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform.Database;

/// <summary>
/// Flushes commits to the disk. SQLite's own commits do not wait for that (<c>synchronous = NORMAL</c>): whoever answers a request waits
/// here first, and one flush of the log serves everybody who waits at that moment. What nobody waits for follows within a second. With
/// PostgreSQL every commit waits by itself. See docs/decisions/0010.
/// </summary>
internal sealed partial class WriteAheadLog(DiskReserve disk, ILogger<WriteAheadLog> log) : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new(),
        carrying = new();
    private readonly SemaphoreSlim asked = new(0);
    private TaskCompletionSource? waiting;
    private SqliteConnection? keeper;
    private Thread? thread;
    private string path = "";
    private SafeFileHandle? file;
    private (DateTime, long) flushed;
    private volatile bool ends;
    private Timer? rests;
    private (DateTime, long) seen,
        carriedOver;

    /// <summary>Switches the database to a write-ahead log, if necessary, and starts.</summary>
    public void Open(string database)
    {
        // Stays open as long as the server runs, or closing the last pooled connection would delete the log.
        keeper = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ConnectionString);
        keeper.Open();
        using var command = keeper.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; SELECT count(*) FROM sqlite_master;";
        command.ExecuteNonQuery();
        path = database + "-wal";
        thread = new Thread(Run) { IsBackground = true, Name = "write-ahead log" };
        thread.Start();
        rests = new Timer(_ => CarryOverAtRest(), null, PollInterval, PollInterval);
    }

    /// <summary>Ends when everything that was committed before the call survives a power cut.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public Task FlushAsync()
    {
        if (thread is null)
        {
            return Task.CompletedTask;
        }

        lock (gate)
        {
            if (waiting is null)
            {
                waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                asked.Release();
            }

            return waiting.Task;
        }
    }

    public void Dispose()
    {
        ends = true;
        using (var idle = new ManualResetEvent(false))
        {
            if (rests?.Dispose(idle) is true)
            {
                idle.WaitOne();
            }
        }

        asked.Release();
        thread?.Join();
        file?.Dispose();
        keeper?.Dispose();
        asked.Dispose();
    }

    private void Run()
    {
        while (!ends)
        {
            asked.Wait(PollInterval);
            TaskCompletionSource? those;
            lock (gate)
            {
                // Whoever comes from now on may have committed after this flush started, and waits for the next one.
                (those, waiting) = (waiting, null);
            }

            try
            {
                Flush(unlessUnchanged: those is null);
                those?.SetResult();
            }
            catch (IOException error)
            {
                log.LogError(error, "The database's log could not be brought to the disk");
                those?.SetException(error);
            }
        }
    }

    private void Flush(bool unlessUnchanged)
    {
        var now = State();
        if (now == default || (unlessUnchanged && now == flushed))
        {
            return;
        }

        file ??= File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (SyncData(file) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new IOException($"fdatasync {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }

        flushed = now;
    }

    /// <summary>
    /// When nobody has written for a moment, checkpoints the log, so that no commit has to. On a full disk the database grows into the
    /// reserve, and the log's space is freed.
    /// </summary>
    private void CarryOverAtRest()
    {
        if (!carrying.TryEnter())
        {
            return; // The beat before is still at it.
        }

        try
        {
            var now = State();
            if (now == seen && now != carriedOver)
            {
                using var room = disk.Lend();
                using var command = keeper!.CreateCommand();
                command.CommandText = disk.IsFull ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(PASSIVE)";
                command.ExecuteNonQuery();
                carriedOver = State() is { Bytes: 0 } emptied ? emptied : now;
            }

            seen = now;
        }
        catch (SqliteException trouble)
        {
            log.LogError(trouble, "The database's log could not be carried over");
        }
        finally
        {
            carrying.Exit();
        }
    }

    private (DateTime Written, long Bytes) State() =>
        new FileInfo(path) is { Exists: true } there ? (there.LastWriteTimeUtc, there.Length) : default;

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int SyncData(SafeFileHandle descriptor);
}
