using System.Text;
using Magpie.Platform.Media.Children;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Children;

/// <summary>
/// Should a demuxer ever be talked into following what a file says, it still opens nothing: here ffmpeg is told to follow
/// everything, and the walls around it are all that holds. The same call without them proves that each lure works.
/// </summary>
[RunsOnce]
public sealed class SandboxTests : IDisposable
{
    private readonly ChildStarter starter = new(ChildUser.Choose(new()));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-sandbox-");

    private string Output => Path.Combine(folder.FullName, "out", "seen.ts");

    [Theory, InlineData("hls"), InlineData("concat")]
    public async Task Another_file_is_not_read(string demuxer)
    {
        await using var wire = await new Tripwire().ArmAsync();
        var call = await FollowAsync(demuxer, wire.Canary);

        Assert.True(await ShowsSomethingWithoutWallsAsync(call));
        var result = await new SandboxedTool(starter).RunAsync(call, TestContext.Current.CancellationToken);

        Assert.False(result.Succeeded);
        Assert.False(File.Exists(Output) && new FileInfo(Output).Length > 0);
    }

    [Theory, InlineData("hls"), InlineData("concat")]
    public async Task No_connection_is_opened(string demuxer)
    {
        await using var wire = await new Tripwire().ArmAsync();
        var call = await FollowAsync(demuxer, wire.Address);

        await ShowsSomethingWithoutWallsAsync(call);
        var before = wire.Connections;
        Assert.NotEqual(0, before);
        var result = await new SandboxedTool(starter).RunAsync(call, TestContext.Current.CancellationToken);

        Assert.False(result.Succeeded);
        Assert.Equal(before, wire.Connections);
    }

    [Theory]
    [InlineData("av_interleaved_write_frame(): No space left on device", true)]
    [InlineData("Error while decoding stream #0:0: No space left on device", false)]
    [InlineData("Error while decoding stream #0:0: No space left on device\nfile:/out/clean: No space left on device", true)]
    public void A_decoder_that_misses_room_in_a_packet_is_not_taken_for_a_full_disk(string errors, bool isFull) =>
        Assert.Equal(isFull, SandboxedTool.SaysDiskFull(errors));

    [Fact]
    public async Task A_file_is_written_only_where_it_may_be()
    {
        var elsewhere = Path.Combine(folder.FullName, "elsewhere.ts");
        var call = Call(["-i", FreeMedia.PathOf("silent.MP4"), "-c", "copy", "-f", "mpegts", elsewhere], FreeMedia.PathOf("silent.MP4"));

        var result = await new SandboxedTool(starter).RunAsync(call, TestContext.Current.CancellationToken);

        Assert.False(result.Succeeded);
        Assert.False(File.Exists(elsewhere));
    }

    [Fact]
    public async Task No_other_program_is_started()
    {
        var proof = Path.Combine(folder.FullName, "out", "proof");
        Directory.CreateDirectory(Path.GetDirectoryName(proof)!);
        var call = new SandboxedCall("/bin/sh", ["-c", $"echo begun > {proof}; /usr/bin/touch {proof}-2; exit 0"])
        {
            Writable = [Path.GetDirectoryName(proof)!],
            MemoryBytes = 500_000_000,
            LargestFile = 1_000_000,
            CpuTime = TimeSpan.FromSeconds(20),
        };

        await new SandboxedTool(starter).RunAsync(call, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(proof));
        Assert.False(File.Exists(proof + "-2"));
    }

    [Fact]
    public async Task What_the_server_knows_by_its_environment_the_child_does_not()
    {
        Environment.SetEnvironmentVariable("MAGPIE_TEST_SECRET", "hidden");
        var call = new SandboxedCall("/usr/bin/env", [])
        {
            MemoryBytes = 500_000_000,
            LargestFile = 1_000_000,
            CpuTime = TimeSpan.FromSeconds(20),
        };

        var result = await new SandboxedTool(starter).RunAsync(call, TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded);
        Assert.DoesNotContain("hidden", Encoding.UTF8.GetString(result.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_call_has_ended_its_program_writes_nothing_more()
    {
        var output = Path.GetDirectoryName(Output)!;
        Directory.CreateDirectory(output);
        var call = new SandboxedCall("/bin/sh", ["-c", $"while :; do echo more >> {output}/grows; done"])
        {
            Writable = [output],
            MemoryBytes = 500_000_000,
            LargestFile = 1_000_000_000,
            CpuTime = TimeSpan.FromSeconds(20),
        };
        for (var i = 0; i < 5; i++)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var running = new SandboxedTool(starter).RunAsync(call, end.Token);
            await ApiUser.WaitForAsync(() => Task.FromResult(File.Exists($"{output}/grows")), there => there);
            await end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

            Assert.Empty(WorkerProcesses.Naming(output));
            File.Delete($"{output}/grows");
        }
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told_from_one_that_fails()
    {
        var missing = Call([], FreeMedia.PathOf("silent.MP4")) with { Program = "/nowhere/ffmpeg" };

        var lost = await Assert.ThrowsAsync<ChildLostException>(() =>
            new SandboxedTool(starter).RunAsync(missing, TestContext.Current.CancellationToken)
        );
        Assert.Equal(ChildLoss.NotStarted, lost.Loss);
    }

    public void Dispose()
    {
        starter.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>A call that allows every protocol and follows a playlist to <paramref name="target"/>.</summary>
    private async Task<SandboxedCall> FollowAsync(string demuxer, string target)
    {
        var playlist = Path.Combine(folder.FullName, "playlist");
        await File.WriteAllTextAsync(
            playlist,
            demuxer == "hls"
                ? $"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:1,\n{target}\n#EXT-X-ENDLIST\n"
                : $"ffconcat version 1.0\nfile '{target}'\n"
        );
        string[] options = demuxer == "hls" ? ["-allowed_extensions", "ALL"] : ["-safe", "0"];
        return Call(
            [
                "-protocol_whitelist",
                "file,http,tcp,crypto,concat",
                "-f",
                demuxer,
                .. options,
                "-i",
                playlist,
                "-c",
                "copy",
                "-f",
                "mpegts",
                "-y",
                Output,
            ],
            playlist
        );
    }

    private SandboxedCall Call(string[] arguments, string readable)
    {
        var output = Directory.CreateDirectory(Path.GetDirectoryName(Output)!).FullName;
        return new("ffmpeg", ["-nostdin", "-v", "error", .. arguments])
        {
            Readable = [readable],
            Writable = [output],
            MemoryBytes = 1_000_000_000,
            LargestFile = 100_000_000,
            CpuTime = TimeSpan.FromSeconds(60),
        };
    }

    private async Task<bool> ShowsSomethingWithoutWallsAsync(SandboxedCall call)
    {
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(call.Program, call.Arguments) { RedirectStandardError = true }
        )!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var shown = new FileInfo(Output) is { Exists: true, Length: > 0 };
        File.Delete(Output);
        return shown;
    }
}
