using System.Runtime.InteropServices;
using System.Text;
using Magpie.Platform.Media.Children;

namespace Magpie.Platform.Media.Pictures;

/// <summary>The two folders that a worker shares with the server.</summary>
internal sealed class PictureFolders
{
    private readonly ChildUser user;

    public PictureFolders(string root, ChildUser user)
    {
        this.user = user;
        In = Path.Combine(root, "in");
        Out = Path.Combine(root, "out");
        Directory.CreateDirectory(In);
        Directory.CreateDirectory(Out);
        Clear();
    }

    public string In { get; }
    public string Out { get; }

    /// <summary>Puts a file where the worker can read it, without copying if the file system allows.</summary>
    public void Take(string path, string name)
    {
        var target = Path.Combine(In, name);
        if (Link(CString(path), CString(target)) != 0)
        {
            File.Copy(path, target);
        }

        user.LetRead(target);
    }

    /// <summary>Takes over what the worker has made.</summary>
    public void Give(string name, string target)
    {
        var made = Path.Combine(Out, name);
        UnixFiles.RefuseLink(made);
        File.Move(made, target);
        user.TakeBack(target);
    }

    public void Clear()
    {
        foreach (var file in Directory.EnumerateFiles(In).Concat(Directory.EnumerateFiles(Out)))
        {
            File.Delete(file);
        }
    }

    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link(byte[] existing, byte[] added);

    private static byte[] CString(string text) => Encoding.UTF8.GetBytes($"{text}\0");
}
