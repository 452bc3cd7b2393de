using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Magpie.Platform.Media.Children;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Children;

/// <summary>
/// A decoder that was taken over runs the attacker's own code. Such a program is started here where ffmpeg is, beside a folder and a
/// process that stand for the server's, which no permission protects: what holds is the cage, or nothing.
/// </summary>
[RunsOnce]
public sealed class CageTests : IDisposable
{
    private const int NotPermitted = 1,
        NotImplemented = 38;
    private const string CallMark = "call ";
    private const UnixFileMode Everybody = (UnixFileMode)0b110_110_110;

    /// <summary>What an ordinary user cannot do to begin with, or a system that is strict with its users forbids.</summary>
    private static readonly string[] OnlyForRoot =
    [
        "become root",
        "be root",
        "have a privilege",
        "attach to the server",
        "read the server's memory file",
        "read the server's environment",
        "have the kernel send a signal by ioctl",
    ];

    /// <summary>What takes a kernel with Landlock, where a file's permissions let everybody do it.</summary>
    private static readonly string[] OnlyByLandlock =
    [
        "open the database to empty it",
        "open what it may read to write",
        "read the database",
        "write outside its folder",
        "read the users of the machine",
        "read the key ring",
        "read the server's environment",
        "read the server's memory file",
        "see the connections of the machine",
        "see the local sockets of the machine",
        "see what is mounted where",
        "see the mounts of a thread",
    ];

    /// <summary>
    /// A clone in a folder that is closed to other users leaves decoders root, without any of its powers; the start says so.
    /// </summary>
    private static readonly string[] OfRootByNameAlone = ChildUser.Choose(new()).WhyRoot is null ? [] : ["be root"];

    private readonly ChildStarter starter = new(ChildUser.Choose(new()));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-cage-");
    private readonly Process victim = Process.Start("sleep", "600");

    private string Database => Path.Combine(folder.FullName, "magpie.db");

    private string Readable => Path.Combine(folder.FullName, "readable");

    private static string Probe => Path.Combine(AppContext.BaseDirectory, "cage-probe", "magpie-cage-probe");

    private static string DotnetRoot => Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());

    [Theory, InlineData(null), InlineData(5), InlineData(3), InlineData(2), InlineData(1)]
    public async Task A_decoder_that_was_taken_over_can_do_none_of_it_whichever_Landlock_the_kernel_has(int? landlock)
    {
        var answers = await TryInTheCageAsync(landlock);

        Assert.Empty(answers.Where(answer => answer.Value == 0).Select(answer => answer.Key).Except(OfRootByNameAlone));
        NothingHappened();
    }

    [Fact]
    public async Task Without_Landlock_it_can_still_neither_empty_what_it_cannot_open_for_writing_nor_stop_the_server()
    {
        var answers = await TryInTheCageAsync(landlock: 0);

        Assert.Empty(
            answers.Where(answer => answer.Value == 0).Select(answer => answer.Key).Except([.. OnlyByLandlock, .. OfRootByNameAlone])
        );
        Assert.False(HasStopped());
    }

    [Fact]
    public async Task Each_call_that_is_forbidden_and_each_that_is_not_known_yet_is_answered_before_the_kernel_looks_at_it()
    {
        var calls = (await TryInTheCageAsync(landlock: null))
            .Where(answer => answer.Key.StartsWith(CallMark, StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(calls);
        Assert.Empty(calls.Where(call => call.Value is not (NotPermitted or NotImplemented)).Select(call => call.Key));
        Assert.Empty(
            calls
                .Where(call => call.Key.Contains("number", StringComparison.Ordinal) && call.Value != NotImplemented)
                .Select(call => call.Key)
        );
    }

    [Fact]
    public async Task Without_the_cage_all_of_it_works()
    {
        PrepareFiles();
        var answers = await AnswersOfAsync(
            Process.Start(
                new ProcessStartInfo(Probe, Arguments())
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    Environment = { ["DOTNET_ROOT"] = DotnetRoot },
                }
            )!
        );

        var deeds = answers.Where(answer => !answer.Key.StartsWith(CallMark, StringComparison.Ordinal)).ToList();
        var impossible = deeds.Where(deed => deed.Value != 0).Select(deed => deed.Key);
        Assert.Empty(impossible.Except([.. OnlyForRoot, "start a process by clone"]));
        // A signal is taken when its process is next let on to a core.
        await ApiUser.WaitForAsync(() => Task.FromResult(HasStopped()), stopped => stopped);
        Assert.Equal(0, new FileInfo(Database).Length);
        // The others are of kernels that this one is not, or of root.
        var looked = answers.Count(answer =>
            answer.Key.StartsWith(CallMark, StringComparison.Ordinal) && answer.Value is not (NotPermitted or NotImplemented)
        );
        Assert.True(looked > 100, $"The kernel looked at {looked} calls only.");
    }

    [Fact]
    public async Task A_decoder_reads_what_it_is_given_where_nobody_else_may_enter_and_what_it_makes_is_the_servers()
    {
        var closed = folder.CreateSubdirectory("closed").FullName;
        var (given, made) = (Path.Combine(closed, "original"), Directory.CreateDirectory(Path.Combine(closed, "out")).FullName);
        await File.WriteAllTextAsync(given, "pixels");
        Close(closed, given);

        var result = await new SandboxedTool(starter).RunAsync(
            Call("/bin/sh", ["-c", $"read all < {given}; echo \"$all\" > {made}/copy"]) with
            {
                Readable = [given],
                Writable = [made],
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(result.Succeeded || result.Errors.Length == 0, result.Errors);
        Assert.Equal("pixels\n", await File.ReadAllTextAsync(Path.Combine(made, "copy")));
        Assert.Equal("", await SaidByAsync("find", closed, "-not", "-user", (await SaidByAsync("id", "-u")).Trim()));
    }

    public void Dispose()
    {
        victim.Kill();
        victim.Dispose();
        starter.Dispose();
        folder.Delete(recursive: true);
    }

    private static void Close(string folder, string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private async Task<IReadOnlyDictionary<string, int>> TryInTheCageAsync(int? landlock)
    {
        PrepareFiles();
        var result = await new SandboxedTool(starter).RunAsync(
            Call(Probe, Arguments()) with
            {
                Readable = [DotnetRoot, Readable],
                LandlockAtMost = landlock,
            },
            TestContext.Current.CancellationToken
        );
        Assert.True(result.Succeeded, result.Errors);
        return Parse(Encoding.UTF8.GetString(result.Output));
    }

    private void PrepareFiles()
    {
        foreach (var name in (string[])["magpie.db", "keys", "readable"])
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, "secret");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, Everybody);
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        }
    }

    /// <summary>Where the server is root there is more to be given up: what could be gained again.</summary>
    private string[] Arguments() =>
        [
            folder.FullName,
            victim.Id.ToString(CultureInfo.InvariantCulture),
            Readable,
            .. Environment.IsPrivilegedProcess ? ["bound"] : Array.Empty<string>(),
        ];

    private void NothingHappened()
    {
        Assert.All(
            (string[])["magpie.db", "keys", "readable"],
            name => Assert.Equal("secret", File.ReadAllText(Path.Combine(folder.FullName, name)))
        );
        Assert.False(File.Exists(Path.Combine(folder.FullName, "written")));
        Assert.False(HasStopped());
    }

    private bool HasStopped() => victim.HasExited || File.ReadAllText($"/proc/{victim.Id}/stat").Split(") ")[1][0] is 'T' or 't';

    private static SandboxedCall Call(string program, string[] arguments) =>
        new(program, arguments)
        {
            MemoryBytes = 4_000_000_000,
            LargestFile = 4_000_000_000,
            CpuTime = TimeSpan.FromSeconds(60),
        };

    private static async Task<string> SaidByAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    private static async Task<IReadOnlyDictionary<string, int>> AnswersOfAsync(Process started)
    {
        using var process = started;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Parse(said);
    }

    private static Dictionary<string, int> Parse(string said) =>
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(words => words[0], words => int.Parse(words[1], CultureInfo.InvariantCulture));
}
