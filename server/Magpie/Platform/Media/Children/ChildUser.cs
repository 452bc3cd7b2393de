using System.Globalization;
using System.Runtime.InteropServices;

namespace Magpie.Platform.Media.Children;

/// <summary>
/// Which user children run as. If the server is root, they run as another user who owns nothing; otherwise as the server's own.
/// </summary>
/// <param name="Id">User and group; null when they run as the server's own user.</param>
/// <param name="WhyRoot">Why they stay root although the server is; null when they do not.</param>
internal sealed partial record ChildUser(int? Id, string? WhyRoot)
{
    // The rights to change owners, to bypass permissions, to end other users' processes, and to become another group and user.
    private static readonly int[] Needed = [0, 1, 5, 6, 7];

    public static ChildUser Choose(MediaOptions options)
    {
        if (OperatingSystem.IsWindows() || EffectiveUser() != 0)
        {
            return new(null, null);
        }

        var why = MissingRight(options.ChildUser) ?? ClosedPath(options);
        return why is null ? new(options.ChildUser, null) : new(null, why);
    }

    /// <summary>Gives files that a child has made to the server's user, like everything else there.</summary>
    public void TakeBack(string path)
    {
        if (Id is null)
        {
            return;
        }

        var files = Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Prepend(path) : [path];
        foreach (var file in files.Where(file => file.StartsWith('/') && !file.StartsWith("/dev/", StringComparison.Ordinal)))
        {
            // Changes a link itself, not its target. A file that is gone needs no owner.
            _ = ChangeOwner(file, 0, 0);
        }
    }

    /// <summary>A file put where a child can read it, as a second name or a copy.</summary>
    public void LetRead(string path)
    {
        if (
            !OperatingSystem.IsWindows()
            && Id is { } user
            && File.GetUnixFileMode(path) is var mode
            && !mode.HasFlag(UnixFileMode.OtherRead)
        )
        {
            if (ChangeOwner(path, -1, user) != 0)
            {
                throw new IOException($"The group of '{path}' cannot be changed: {Marshal.GetLastPInvokeErrorMessage()}");
            }

            File.SetUnixFileMode(path, mode | UnixFileMode.GroupRead);
        }
    }

    private static string? MissingRight(int id)
    {
        var rights = ulong.Parse(StatusLine("CapEff:"), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return Needed.Any(right => (rights & (1ul << right)) == 0)
                ? "root may not become another user here (CHOWN, DAC_OVERRIDE, KILL, SETGID and SETUID are needed for that)"
            : !IsMapped("/proc/self/uid_map", id) || !IsMapped("/proc/self/gid_map", id) ? $"there is no user {id} in this container"
            : File.Exists("/proc/self/setgroups") && File.ReadAllText("/proc/self/setgroups").StartsWith("deny", StringComparison.Ordinal)
                ? "groups cannot be given up in this container"
            : null;
    }

    private static string StatusLine(string name) =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();

    private static bool IsMapped(string map, int id) =>
        File.ReadLines(map)
            .Select(line =>
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(number => long.Parse(number, CultureInfo.InvariantCulture))
                    .ToArray()
            )
            .Any(range => id >= range[0] && id < range[0] + range[2]);

    /// <summary>The programs' files must be readable for other users.</summary>
    private static string? ClosedPath(MediaOptions options)
    {
        string?[] programs = [.. WorkerProgram.Files, WhereIs(options.FfmpegPath), WhereIs(options.FfprobePath)];
        return programs.OfType<string>().Select(ClosedIn).FirstOrDefault(closed => closed is not null) is { } path
            ? $"{path} is closed to other users"
            : null;
    }

    private static string? WhereIs(string program) =>
        program.Contains('/', StringComparison.Ordinal)
            ? Path.GetFullPath(program)
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(':', StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(File.Exists);

    private static string? ClosedIn(string path)
    {
        var real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (OperatingSystem.IsWindows() || !Path.Exists(real))
        {
            return null; // Whoever starts it says so.
        }

        for (var part = real; part is not null; part = Path.GetDirectoryName(part))
        {
            var needed = Directory.Exists(part) ? UnixFileMode.OtherExecute : UnixFileMode.OtherRead;
            if (!File.GetUnixFileMode(part).HasFlag(needed))
            {
                return part;
            }
        }

        return null;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int ChangeOwner(string path, int user, int group);
}
