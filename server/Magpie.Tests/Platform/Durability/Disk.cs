namespace Magpie.Tests.Platform.Durability;

/// <summary>
/// A folder as a disk keeps it that does no more than it must: what was written counts once a flush of the file that began later has
/// ended, and a name once its folder was flushed like that, the folder's own name not until the one above it was. Fed with the
/// calls of a recorded program; a call that it does not know is an error.
/// </summary>
/// <param name="root">Was there, and empty, before the recording began.</param>
/// <param name="unwatched">Folders and files in which nothing is anybody's.</param>
internal sealed class Disk(string root, params string[] unwatched)
{
    private readonly DiskFolder top = new(0);
    private readonly Dictionary<SystemCall, IReadOnlyList<Change>> made = [];
    private readonly Dictionary<SystemCall, (DiskNode Node, IReadOnlyList<Change> Changes)> flushing = [];
    private readonly HashSet<DiskNode> brought = [];
    private readonly HashSet<SystemCall> late = [];
    private int nodes;

    /// <summary>Whether its end brings something to this disk.</summary>
    public bool IsFlush(SystemCall call) => call is { Name: "fsync" or "fdatasync", Failed: false } && IsWatched(call.DescriptorPath(0));

    public void Apply(TraceEvent happening)
    {
        var call = happening.Call;
        if (call.Failed)
        {
            return;
        }

        if (happening.Begins)
        {
            try
            {
                Begin(call);
            }
            catch (NotThereException) when (!happening.Ends && !IsFlush(call))
            {
                // Another call has made its folder, which began later and was quicker.
                late.Add(call);
            }
        }

        if (happening.Ends && call.HasEnded)
        {
            if (late.Remove(call))
            {
                Begin(call);
            }

            End(call);
        }
    }

    /// <summary>What is there when the power is back. Good until the next call is applied.</summary>
    /// <param name="seed">Of what reached the disk without a flush; null: nothing did.</param>
    public Remains AfterPowerCut(int? seed = null) => new(top, seed);

    private void Begin(SystemCall call)
    {
        switch (call.Name)
        {
            case "fsync" or "fdatasync":
                if (FindOpen(call) is { } flushed)
                {
                    flushing[call] = (flushed, flushed.Done);
                }

                break;
            case "pwrite64":
                Change(call, FindFile(call)?.Add(new Writing(call.Number(3), call.Data(1))));
                break;
            case "ftruncate":
                Change(call, FindFile(call)?.Add(new Cutting(call.Number(1))));
                break;
            case "openat":
                Open(call);
                break;
            case "mkdir" or "mkdirat":
                Name(call, call.NamedPath(call.Name is "mkdir" ? 0 : 1), () => new DiskFolder(++nodes));
                break;
            case "unlink" or "rmdir" or "unlinkat":
                Name(call, call.NamedPath(call.Name is "unlinkat" ? 1 : 0), () => null);
                break;
            case "link" or "linkat":
                Link(call, call.Name is "link" ? (0, 1) : (1, 3));
                break;
            case "rename" or "renameat" or "renameat2":
                Rename(call, call.Name is "rename" ? (0, 1) : (1, 3));
                break;
            default:
                if (UnknownCalls.PathOf(call) is { } path && IsWatched(path))
                {
                    throw new NotSupportedException($"What {call} does to a disk is not known here.");
                }

                break;
        }
    }

    private void End(SystemCall call)
    {
        if (made.Remove(call, out var changes))
        {
            changes.ToList().ForEach(change => change.IsDone = true);
        }

        if (flushing.Remove(call, out var flush))
        {
            flush.Node.Flushed(flush.Changes);
        }
    }

    private void Open(SystemCall call)
    {
        var path = call.OpenedPath ?? call.NamedPath(1);
        if (!IsWatched(path) || path == root)
        {
            return;
        }

        var (folder, name) = Locate(path);
        var creation =
            folder.Now.ContainsKey(name) ? null
            : call.Says(2, "O_CREAT") ? folder.Name((name, new DiskFile(++nodes)))
            : call.HasEnded ? throw new InvalidOperationException($"{path} was opened, and nobody had made it.")
            : null;
        Change(call, creation, call.Says(2, "O_TRUNC") ? ((DiskFile)folder.Now[name]).Add(new Cutting(0)) : null);
    }

    private void Name(SystemCall call, string path, Func<DiskNode?> node)
    {
        if (IsWatched(path))
        {
            var (folder, name) = Locate(path);
            Change(call, folder.Name((name, node())));
        }
    }

    private void Link(SystemCall call, (int From, int To) names)
    {
        var (from, to) = (call.NamedPath(names.From), call.NamedPath(names.To));
        if (IsWatched(to))
        {
            Name(call, to, () => Find(from));
        }
    }

    private void Rename(SystemCall call, (int From, int To) names)
    {
        var (from, to) = (call.NamedPath(names.From), call.NamedPath(names.To));
        if (!IsWatched(from) && !IsWatched(to))
        {
            return;
        }

        if (!IsWatched(from))
        {
            Bring(call, to);
            return;
        }

        var ((source, oldName), (target, newName)) = (Locate(from), Locate(to));
        var node = source.Now[oldName];
        var bytes = brought.Remove(node) && File.Exists(to) ? ((DiskFile)node).Add(new Writing(0, File.ReadAllBytes(to))) : null;
        if (source == target)
        {
            Change(call, bytes, source.Name((newName, node), (oldName, null)));
        }
        else
        {
            Change(call, bytes, target.Name((newName, node)), source.Name((oldName, null)));
        }
    }

    /// <summary>
    /// Written where nothing is watched, by a decoder for instance. What its bytes are shows where they end up; nobody has flushed them.
    /// </summary>
    private void Bring(SystemCall call, string to)
    {
        var (folder, name) = Locate(to);
        var file = new DiskFile(++nodes);
        brought.Add(file);
        Change(call, folder.Name((name, file)));
    }

    private void Change(SystemCall call, params Change?[] changes) => made[call] = [.. changes.OfType<Change>()];

    private DiskFile? FindFile(SystemCall call) => (DiskFile?)FindOpen(call);

    /// <summary>Null where it is none of ours, or was deleted meanwhile.</summary>
    private DiskNode? FindOpen(SystemCall call) => call.DescriptorPath(0) is { } path && IsWatched(path) ? Find(path) : null;

    private DiskNode Find(string path) =>
        path == root ? top
        : Locate(path) is var (folder, name) && folder.Now.TryGetValue(name, out var node) ? node
        : throw new NotThereException(path);

    private (DiskFolder Folder, string Name) Locate(string path) =>
        IsWatched(path) && path != root
            ? ((DiskFolder)Find(Path.GetDirectoryName(path)!), Path.GetFileName(path))
            : throw new InvalidOperationException($"{path} lies outside of {root}.");

    private bool IsWatched(string? path) => path is not null && IsWithin(path, root) && !unwatched.Any(folder => IsWithin(path, folder));

    private static bool IsWithin(string path, string folder) => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private sealed class NotThereException(string path) : InvalidOperationException($"{path} is not on this disk.");
}
