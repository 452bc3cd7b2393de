using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Magpie.Tests.Support;

/// <summary>
/// The built program as a process of its own, on a free port. Its data folder and database outlive it, so that it can be
/// killed, or stopped, and started again on them.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly TestDatabase database = new();
    private readonly string[] watcher;
    private readonly (string Key, string Value)[] settings;
    private readonly ConcurrentQueue<string> lines = new();
    private Process? process;

    private ServerProcess(string[] watcher, (string Key, string Value)[] settings) => (this.watcher, this.settings) = (watcher, settings);

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("magpie-test-").FullName;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>All that it has written to its terminal, over all its lives.</summary>
    public string Log => string.Join('\n', lines);

    /// <param name="settings">Environment variables.</param>
    public static Task<ServerProcess> StartNewAsync(params (string Key, string Value)[] settings) => StartNewUnderAsync([], settings);

    /// <param name="watcher">A program, with its arguments, that starts the server as its child and ends with it: strace, for instance.</param>
    public static async Task<ServerProcess> StartNewUnderAsync(string[] watcher, params (string Key, string Value)[] settings)
    {
        var server = new ServerProcess(watcher, settings);
        await server.database.CreateAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts one that is not expected to serve, and answers how it ended.</summary>
    public static async Task<(int ExitCode, string Log)> RunToItsEndAsync(params (string Key, string Value)[] settings)
    {
        await using var server = new ServerProcess([], settings);
        await server.database.CreateAsync();
        server.Launch();
        await server.process!.WaitForExitAsync();
        return (server.process.ExitCode, server.Log);
    }

    public async Task StartAsync()
    {
        Launch();
        using var http = new HttpClient { BaseAddress = Address };
        await Visitor.WaitForAsync(() => IsReadyAsync(http), ready => ready);
    }

    /// <summary>SIGKILL: it is given no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        using var kill = Process.Start("kill", ["-KILL", $"{Id}"]);
        await process!.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it ends its work in order.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        await process!.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>SIGTERM to it and to every process below it, as a service manager does that knows them all.</summary>
    public async Task StopWithItsChildrenAsync()
    {
        int[] all = [.. Children().Select(child => child.Id), Id];
        using var kill = Process.Start("kill", ["-TERM", .. all.Select(id => $"{id}")]);
        await process!.WaitForExitAsync();
    }

    /// <summary>The processes below it, each with its process group.</summary>
    public IEnumerable<(int Id, int Group, string Command)> Children() => ProcessTree.ChildrenOf(Id);

    /// <summary>Its own, also where another program watches it.</summary>
    private int Id => watcher is [] ? process!.Id : ProcessTree.ChildrenOf(process!.Id).Single().Id;

    public async Task<Visitor> SetUpAsync()
    {
        var owner = new Visitor(Address);
        using var answer = await owner.Http.PostAsJsonAsync("/api/setup", new { email = TestApp.OwnerEmail, password = TestApp.OwnerPassword, name = "Olga" });
        answer.EnsureSuccessStatusCode();
        return owner;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        await database.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Runs the program with a command, on the same data, beside the server or without it.</summary>
    public async Task<(int ExitCode, string Output)> CommandAsync(params string[] words)
    {
        var start = NewStart([]);
        words.ToList().ForEach(start.ArgumentList.Add);
        using var command = Process.Start(start)!;
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, await output + await errors);
    }

    private void Launch()
    {
        process?.Dispose();
        process = new Process { StartInfo = NewStart(watcher) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private ProcessStartInfo NewStart(string[] watcher)
    {
        string[] command = [.. watcher, Path.Combine(AppContext.BaseDirectory, "magpie")];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("MAGPIE", StringComparison.OrdinalIgnoreCase) || key.StartsWith("ASPNETCORE", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(key);
        }

        start.Environment["MAGPIE_DATA"] = DataFolder;
        start.Environment["MAGPIE_URLS"] = Address.ToString();
        start.Environment["Magpie__Database__Postgres"] = database.ConnectionString;
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        Assert.False(process!.HasExited, $"The server ended instead of serving: {Log}");
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }
}
