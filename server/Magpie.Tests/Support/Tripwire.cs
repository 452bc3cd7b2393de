using System.Net;
using System.Net.Sockets;

namespace Magpie.Tests.Support;

/// <summary>
/// Two things that a hostile file may point at: a port of this machine that counts who connects, and a folder with a playable
/// canary. Files that are decoded must touch neither.
/// </summary>
internal sealed class Tripwire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-canary-");
    private readonly Task listening;
    private int connections;

    public Tripwire()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Connections => Volatile.Read(ref connections);

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}/canary.ts";

    /// <summary>A video of its own, so that whoever opened it would show it.</summary>
    public string Canary => Path.Combine(folder.FullName, "canary.ts");

    public string Folder => folder.FullName;

    public async Task<Tripwire> ArmAsync()
    {
        await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-i", FreeMedia.PathOf("silent.MP4"), "-c", "copy", "-f", "mpegts", Canary);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await listening;
        ending.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ending.Token);
                Interlocked.Increment(ref connections);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
