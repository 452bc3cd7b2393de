using System.Diagnostics;

namespace Magpie.Tests.Support;

/// <summary>
/// A disk of a few megabytes that can be filled to the last byte. Root mounts it; anybody else sees it through a process that may mount
/// things for itself alone, and starts the server beside that.
/// </summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly DirectoryInfo mountPoint = Directory.CreateTempSubdirectory("magpie-disk-");
    private readonly Process? holder;

    private SmallDisk(Process? holder) => this.holder = holder;

    /// <summary>As the server sees it.</summary>
    public string Folder => mountPoint.FullName;

    /// <summary>As the test sees it.</summary>
    public string SeenFrom => holder is null ? Folder : $"/proc/{holder.Id}/root{Folder}";

    /// <summary>What a program is started through so that it sees the disk.</summary>
    public string[] Launcher =>
        holder is null ? [] : ["nsenter", "-t", $"{holder.Id}", "--user", "--mount", "--preserve-credentials", "--"];

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        if (Environment.UserName is "root")
        {
            var disk = new SmallDisk(null);
            await Tools.RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0700", "tmpfs", disk.Folder);
            return disk;
        }

        var holder = new Process
        {
            StartInfo = new("unshare", ["--user", "--map-root-user", "--mount", "sh"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };
        holder.Start();
        var seen = new SmallDisk(holder);
        await holder.StandardInput.WriteLineAsync(
            $"mount -t tmpfs -o size={megabytes}m,mode=0700 tmpfs {seen.Folder} && echo mounted; exec sleep infinity"
        );
        Assert.Equal("mounted", await holder.StandardOutput.ReadLineAsync());
        return seen;
    }

    /// <summary>To the last byte, whatever the server gives back meanwhile. Anything that is freed later stays free.</summary>
    public void Fill()
    {
        using var ballast = File.OpenHandle(Path.Combine(SeenFrom, $"ballast-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write);
        var length = 0L;
        foreach (var block in new[] { 1 << 20, 64 << 10, 4 << 10 })
        {
            var bytes = new byte[block];
            try
            {
                while (true)
                {
                    RandomAccess.Write(ballast, bytes, length);
                    length += block;
                }
            }
            catch (IOException full) when (full.HResult == 28)
            {
                length = RandomAccess.GetLength(ballast);
            }
        }
    }

    /// <summary>Takes away all that <see cref="Fill"/> has put there.</summary>
    public void Clear() => Array.ForEach(Directory.GetFiles(SeenFrom, "ballast-*"), File.Delete);

    public Task ResizeAsync(int megabytes) => RemountAsync($"size={megabytes}m,mode=0700");

    /// <summary>As a system does with a disk that it no longer trusts.</summary>
    public Task MakeReadOnlyAsync() => RemountAsync("ro");

    public async ValueTask DisposeAsync()
    {
        if (holder is null)
        {
            await Tools.RunAsync("umount", "-l", Folder);
        }
        else
        {
            holder.Kill();
            await holder.WaitForExitAsync();
            holder.Dispose();
        }

        mountPoint.Delete(recursive: true);
    }

    private Task<string> RemountAsync(string option)
    {
        string[] command = [.. Launcher, "mount", "-o", $"remount,{option}", Folder];
        return Tools.RunAsync(command[0], command[1..]);
    }
}
