using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform;

/// <summary>The one folder for everything that this installation keeps on disk.</summary>
internal sealed partial class DataFolder
{
    private const int TakenByAnother = 11; // EWOULDBLOCK

    /// <summary>Longer than any system holds back written bytes; Linux does for 35 s.</summary>
    private static readonly TimeSpan Unwritten = TimeSpan.FromMinutes(10);

    private readonly string? trouble;

    public DataFolder(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["MAGPIE_DATA"] is { Length: > 0 } folder ? folder : "data");
        try
        {
            Directory.CreateDirectory(Root);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Checked when something starts to use it, so that it ends with one line.
            trouble = File.Exists(Root) ? $"{Root} is a file. Name a folder." : $"{Root} cannot be made. {refused.Message}";
        }
    }

    public string Root { get; }
    public string Database => Path.Combine(Root, "magpie.db");
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>Whether the last server stopped cleanly; otherwise it was killed, or lost power.</summary>
    public bool EndedInOrder { get; private set; }

    /// <summary>In UTC. Files written since then without a flush may have lost data in a power cut; null when none can have.</summary>
    public DateTime? DoubtedSince { get; private set; }

    private string Marker => Path.Combine(Root, "ended-in-order");

    /// <summary>Tells a database on another machine which folder its files are in.</summary>
    public string Installation => Path.Combine(Root, "installation");

    /// <summary>Locks the keys in the database, unless the operator names another place.</summary>
    public string KeyFile => Path.Combine(Root, "key");

    /// <exception cref="StartRefusedException">It cannot be used.</exception>
    public void Check()
    {
        if (trouble is not null)
        {
            throw new StartRefusedException($"MAGPIE_DATA: {trouble}");
        }

        var shelves = Directory.Exists(Blobs) ? Directory.GetDirectories(Blobs) : [];
        foreach (var path in (string[])[Root, Blobs, Scratch, Database, $"{Database}-wal", $"{Database}-shm", .. shelves])
        {
            if (UnixAccess.WhyNotWritable(path) is { } why)
            {
                throw Unwritable(path, why);
            }
        }
    }

    /// <summary>Why files and database cannot be written; null when they can. Checks without writing.</summary>
    public string? WhyNotWritable() => UnixAccess.WhyNotWritable(Root) ?? UnixAccess.WhyNotWritable(Blobs);

    /// <summary>
    /// Keeps other servers away from this folder until the answer is disposed of, and clears what an earlier one left in scratch. The
    /// kernel lifts it from one that dies.
    /// </summary>
    /// <exception cref="StartRefusedException">Another one has it.</exception>
    public IDisposable Hold()
    {
        Check();
        var held = HoldFile(Path.Combine(Root, "server.lock"));
        KeepName();
        EndedInOrder = File.Exists(Marker) || !Directory.Exists(Blobs);
        DoubtedSince = EndedInOrder ? null : LastWrite() - Unwritten;
        Forget(Marker);
        if (Directory.Exists(Scratch))
        {
            Directory.Delete(Scratch, recursive: true);
        }

        ForgetJobs();
        return new Held(held, Marker);
    }

    /// <summary>Flushed, because if it came back after a power cut, it would claim that there was none.</summary>
    private void Forget(string marker)
    {
        if (File.Exists(marker))
        {
            File.Delete(marker);
            UnixFiles.SyncFolder(Root);
        }
    }

    /// <summary>Roughly when the last server stopped: whatever it wrote was named in there first.</summary>
    private DateTime LastWrite() => Directory.GetLastWriteTimeUtc(Path.Combine(Blobs, "tmp"));

    /// <summary>Otherwise a power cut could remove the folder.</summary>
    private void KeepName()
    {
        try
        {
            UnixFiles.SyncFolder(Path.GetDirectoryName(Root) ?? Root);
        }
        catch (IOException)
        {
            // The folder is the root of a file system, whose parent cannot be flushed. Its name was not made just now.
        }
    }

    /// <summary>The scheduler once had its own database. Nothing in it is needed, because rows say what is to be done.</summary>
    private void ForgetJobs()
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(Path.Combine(Root, $"jobs.db{ending}"));
        }
    }

    /// <summary>Emptied whenever the server starts; a command may be using it next to a running server.</summary>
    public string Scratch => Path.Combine(Root, "scratch");

    /// <summary>Scratch folders that are not in use; see <see cref="ScratchFolder"/>.</summary>
    public ConcurrentBag<string> SpareScratch { get; } = [];

    private sealed class Held(SafeFileHandle file, string marker) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                File.WriteAllBytes(marker, []);
            }
            catch (IOException)
            {
                // For instance on a full disk. The next start then checks more.
            }

            file.Dispose();
        }
    }

    private SafeFileHandle HoldFile(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException held) when (held.HResult == TakenByAnother)
        {
            throw new StartRefusedException($"Another Magpie is already using {Root}. Stop it, or choose another folder with MAGPIE_DATA.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, refused.Message);
        }
    }

    private static StartRefusedException Unwritable(string path, string why) =>
        new(
            $"MAGPIE_DATA: {path} cannot be written by {Environment.UserName}: {why}. The folder and all in it must belong to "
                + $"{Environment.UserName}, on a disk that may be written."
        );
}
