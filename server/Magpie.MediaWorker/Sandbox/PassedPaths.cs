using System.Globalization;
using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>
/// The files and folders that a child works on, handed over as descriptors: it gets to them although it may not enter the folders
/// above, and it may not where the server's data is closed to other users.
/// </summary>
internal sealed class PassedPaths
{
    private const int OpenPathOnly = 0x200000;
    private const int SameUser = -1;
    private const UnixFileMode GroupMayLook = UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    private readonly List<(string Path, string Name)> names = [];

    /// <param name="user">Who has to be able to read the ones and to write the others; zero where the child stays who this is.</param>
    public PassedPaths(SandboxPlan plan, uint user)
    {
        foreach (var path in plan.Readable)
        {
            if (user != 0)
            {
                LetRead(path, user);
            }

            Pass(path);
        }

        foreach (var path in plan.Writable.Where(Directory.Exists))
        {
            if (user != 0)
            {
                Own(path, (int)user, user);
            }

            Pass(path);
        }

        // A folder's name may be the beginning of another one's.
        names.Sort((one, other) => other.Path.Length - one.Path.Length);
    }

    /// <summary>What the child calls a path, wherever in an argument that stands.</summary>
    public string In(string argument) =>
        names.Aggregate(argument, (text, passed) => text.Replace(passed.Path, passed.Name, StringComparison.Ordinal));

    private void Pass(string path)
    {
        // Left open over execve; a path that does not exist is the child's to complain about.
        if (Libc.Open(path, OpenPathOnly) is var descriptor and >= 0)
        {
            names.Add((path, string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}")));
        }
    }

    /// <summary>
    /// By its group, for which an original of 0600 becomes 0640: a copy of each would cost a disk's time, and the folders above stay
    /// closed.
    /// </summary>
    private static void LetRead(string path, uint user)
    {
        var folder = Directory.Exists(path);
        if (!folder && !File.Exists(path))
        {
            return;
        }

        var (mode, needed) = (File.GetUnixFileMode(path), folder ? GroupMayLook : UnixFileMode.GroupRead);
        if (!mode.HasFlag(folder ? UnixFileMode.OtherRead | UnixFileMode.OtherExecute : UnixFileMode.OtherRead))
        {
            Own(path, SameUser, user);
            File.SetUnixFileMode(path, mode | needed);
        }
    }

    private static void Own(string path, int user, uint group)
    {
        if (Libc.ChangeOwner(path, user, (int)group) != 0)
        {
            throw new SandboxException($"chown {path}", Marshal.GetLastPInvokeError());
        }
    }
}
