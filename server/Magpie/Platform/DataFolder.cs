using Magpie.Platform.Storage;
using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform;

/// <summary>The one folder under which everything lies that this installation keeps on disk.</summary>
internal sealed class DataFolder
{
    private const int TakenByAnother = 11; // EWOULDBLOCK

    public DataFolder(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["MAGPIE_DATA"] is { Length: > 0 } folder ? folder : "data");
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }
    public string Database => Path.Combine(Root, "magpie.db");
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>Whether the last server came to its end; else it was killed, or lost its power.</summary>
    public bool EndedInOrder { get; private set; }

    private string Marker => Path.Combine(Root, "ended-in-order");

    /// <summary>Keeps other servers away from this folder until the answer is disposed of, and clears what an earlier one left in scratch. The kernel lifts it from one that dies.</summary>
    /// <exception cref="StartRefusedException">Another one has it.</exception>
    public IDisposable Hold()
    {
        var held = HoldFile(Path.Combine(Root, "server.lock"));
        KeepName();
        EndedInOrder = File.Exists(Marker) || !Directory.Exists(Blobs);
        File.Delete(Marker);
        if (Directory.Exists(Scratch))
        {
            Directory.Delete(Scratch, recursive: true);
        }

        ForgetJobs();
        return new Held(held, Marker);
    }

    /// <summary>Or after a power cut there might be no such folder.</summary>
    private void KeepName()
    {
        try
        {
            UnixFiles.SyncFolder(Path.GetDirectoryName(Root) ?? Root);
        }
        catch (IOException)
        {
            // The folder is the top of a file system, and the one around it has no such thing. Nobody made its name just now.
        }
    }

    /// <summary>The scheduler kept its own database once. Nothing in it is needed: rows say what is to be done.</summary>
    private void ForgetJobs()
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(Path.Combine(Root, $"jobs.db{ending}"));
        }
    }

    /// <summary>Emptied whenever the server starts; a command may be at work in it beside a running one.</summary>
    public string Scratch => Path.Combine(Root, "scratch");

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
                // A full disk, for instance. Then the next start looks more closely.
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
            throw new StartRefusedException($"MAGPIE_DATA: {Root} cannot be written. {refused.Message}");
        }
    }
}
