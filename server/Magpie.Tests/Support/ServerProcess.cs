using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Magpie.Tests.Support;

/// <summary>
/// The built program as a process of its own, on a free port. Its data folder and database outlive it, so that it can be
/// killed, or stopped, and started again on them.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int FirstPort = 20_000; // Behind those of scripts/pg-up.sh.
    private const int Ports = 12_000;

    private static int ports = Random.Shared.Next(Ports);

    private readonly TestDatabase database = new();
    private readonly (string Key, string Value)[] settings;
    private readonly SmallDisk? disk;
    private readonly string[] watcher;
    private readonly ConcurrentQueue<string> lines = new();
    private Process? process;

    private ServerProcess((string Key, string Value)[] settings, SmallDisk? disk = null, params string[] watcher)
    {
        this.watcher = watcher;
        this.settings = disk is null ? settings : [("MAGPIE_DATA", disk.Folder), .. settings];
        this.disk = disk;
        DataFolder = disk?.SeenFrom ?? Directory.CreateTempSubdirectory("magpie-test-").FullName;
    }

    public string DataFolder { get; }

    /// <summary>Empty where it is a SQLite file.</summary>
    public string ConnectionString =>
        settings.FirstOrDefault(one => one.Key == "Magpie__Database__Postgres").Value ?? database.ConnectionString;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>All that it has written to its terminal, over all its lives.</summary>
    public string Log => string.Join('\n', lines);

    /// <param name="settings">Environment variables.</param>
    public static async Task<ServerProcess> StartNewAsync(params (string Key, string Value)[] settings)
    {
        var server = new ServerProcess(settings);
        await server.database.CreateAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Keeps everything but a PostgreSQL database on a disk of its own, which outlives it.</summary>
    public static async Task<ServerProcess> StartNewAsync(SmallDisk disk, params (string Key, string Value)[] settings)
    {
        var server = new ServerProcess(settings, disk);
        await server.database.CreateAsync();
        await server.StartAsync();
        return server;
    }

    /// <param name="watcher">A program, with its arguments, that starts the server as its child and ends with it: strace, for
    /// instance.</param>
    public static async Task<ServerProcess> StartNewUnderAsync(string[] watcher, params (string Key, string Value)[] settings)
    {
        var server = new ServerProcess(settings, watcher: watcher);
        await server.database.CreateAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts one that is not expected to serve, and answers how it ended.</summary>
    public static async Task<(int ExitCode, string Log)> RunToItsEndAsync(params (string Key, string Value)[] settings)
    {
        await using var server = new ServerProcess(settings);
        await server.database.CreateAsync();
        return await server.RunToItsEndAsync([]);
    }

    /// <summary>Starts it again, and it is not expected to serve. What it has written in this life alone.</summary>
    /// <param name="through">A program, and its arguments, that starts it.</param>
    public async Task<(int ExitCode, string Log)> RunToItsEndAsync(params string[] through)
    {
        var before = lines.Count;
        Launch(through);
        using var http = new HttpClient { BaseAddress = Address };
        if (
            await ApiUser.WaitForAsync(async () => process!.HasExited || await AnswersAsync(http, "/health/live"), ended => ended)
            && !process!.HasExited
        )
        {
            await KillAsync();
            Assert.Fail($"It serves: {Log}");
        }

        // And all that it wrote is read.
        await process!.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', lines.Skip(before)));
    }

    /// <param name="until">What it answers when it is as far as it is expected to come.</param>
    /// <param name="through">A program, and its arguments, that starts it.</param>
    public async Task StartAsync(string until = "/health/ready", string[]? through = null)
    {
        Launch(through ?? []);
        using var http = new HttpClient { BaseAddress = Address };
        await ApiUser.WaitForAsync(
            () =>
            {
                Assert.False(process!.HasExited, $"The server ended instead of serving: {Log}");
                return AnswersAsync(http, until);
            },
            answers => answers
        );
    }

    /// <summary>Waits until it has been written, and read here.</summary>
    public Task<string> SeeInLogAsync(string text) =>
        ApiUser.WaitForAsync(() => Task.FromResult(Log), log => log.Contains(text, StringComparison.Ordinal));

    /// <summary>What it says of itself when it is asked whether it is ready.</summary>
    public async Task<string> ReadinessAsync()
    {
        using var answer = await new ApiUser(Address).Http.GetAsync("/health/ready");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(text == "Healthy" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return text;
    }

    /// <summary>
    /// Asks until it says so: a busy machine may make it slow to start or to hear of its database, and then it says that first.
    /// </summary>
    /// <param name="beginning">Of all that it says.</param>
    public Task<string> BecomesAsync(string beginning) =>
        ApiUser.WaitForAsync(ReadinessAsync, text => text.StartsWith(beginning, StringComparison.Ordinal));

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
        Assert.True(process.ExitCode is 0, $"It ended with {process.ExitCode}: {Log}");
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

    public async Task<ApiUser> SetUpAsync()
    {
        var owner = new ApiUser(Address);
        using var answer = await owner.Http.PostAsJsonAsync(
            "/api/setup",
            new
            {
                email = TestApp.OwnerEmail,
                password = TestApp.OwnerPassword,
                name = "Olga",
            }
        );
        answer.EnsureSuccessStatusCode();
        return owner;
    }

    /// <summary>A statement straight to its database, whichever that is; for what no address of the API does.</summary>
    public Task ExecuteAsync(string sql) => AskAsync(sql);

    /// <summary>The first column of what it answers.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string sql)
    {
        await using DbConnection connection =
            ConnectionString.Length > 0
                ? new NpgsqlConnection(ConnectionString)
                : new SqliteConnection($"Data Source={Path.Combine(DataFolder, "magpie.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        await database.DisposeAsync();
        if (disk is null)
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    /// <summary>
    /// One that stays free until its server binds it, and between two of its lives: below those that the kernel gives to whoever asks for
    /// any.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + ((Interlocked.Increment(ref ports) & int.MaxValue) % Ports);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }

    /// <summary>Runs the program with a command, on the same data, beside the server or without it.</summary>
    public async Task<(int ExitCode, string Output)> CommandAsync(params string[] words)
    {
        var start = NewStart();
        words.ToList().ForEach(start.ArgumentList.Add);
        using var command = Process.Start(start)!;
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, await output + await errors);
    }

    private void Launch(params string[] through)
    {
        process?.Dispose();
        process = new Process { StartInfo = NewStart([.. watcher, .. through]) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private ProcessStartInfo NewStart(params string[] through)
    {
        string[] command = [.. disk?.Launcher ?? [], .. through, Path.Combine(AppContext.BaseDirectory, "magpie")];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var key in start
                .Environment.Keys.Where(key =>
                    key.StartsWith("MAGPIE", StringComparison.OrdinalIgnoreCase) || key.StartsWith("ASPNETCORE", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            start.Environment.Remove(key);
        }

        start.Environment["MAGPIE_DATA"] = DataFolder;
        start.Environment["MAGPIE_URLS"] = Address.ToString();
        start.Environment["Magpie__Database__Postgres"] = database.ConnectionString;
        start.Environment["Magpie__Storage__ReserveBytes"] = disk is null ? "1000000" : "64000000";
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

    private static async Task<bool> AnswersAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }
}
