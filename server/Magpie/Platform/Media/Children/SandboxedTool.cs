using System.Diagnostics;
using System.Text;

namespace Magpie.Platform.Media.Children;

/// <summary>Runs ffmpeg and ffprobe through the launcher of the media worker.</summary>
internal sealed class SandboxedTool(ChildStarter starter)
{
    private const int LongestOutput = 32 << 20,
        LongestErrors = 8 << 10;
    private const string NoSpaceLeft = "No space left on device";

    /// <summary>Ends when the program does; when <paramref name="ct"/> is cancelled, the program is killed.</summary>
    /// <exception cref="ChildLostException">It could not be started, or something else than the file ended it.</exception>
    public async Task<SandboxedResult> RunAsync(SandboxedCall call, CancellationToken ct)
    {
        using var process = await starter.StartAsync(WorkerProgram.Run(call, starter.User));
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput.BaseStream, LongestOutput, ct);
            var errors = ReadAsync(process.StandardError.BaseStream, LongestErrors, ct);
            await process.WaitForExitAsync(ct);
            var said = Encoding.UTF8.GetString(await errors);
            var result = new SandboxedResult(process.ExitCode, await output, said);
            return LossOf(result, call) is { } loss
                ? throw new ChildLostException(loss, $"{call.Program} ended with {result.ExitCode}. {said}")
                : result;
        }
        finally
        {
            Kill(process);
            // Waits, because only then does it write nothing more into a folder that is about to be reused.
            await process.WaitForExitAsync(CancellationToken.None);
            foreach (var folder in call.Writable)
            {
                starter.User.TakeBack(folder);
            }
        }
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static ChildLoss? LossOf(SandboxedResult result, SandboxedCall call) =>
        ExitCodes.LossOf(result.ExitCode) is { } loss ? loss
        : !result.Succeeded && (SaysDiskFull(result.Errors) || call.Writable.Any(DiskSpace.IsUsedUp)) ? ChildLoss.DiskFull
        : null;

    /// <summary>Decoders use the same words for a packet that is too small.</summary>
    internal static bool SaysDiskFull(string errors) =>
        errors
            .Split('\n')
            .Any(line => line.Contains(NoSpaceLeft, StringComparison.Ordinal) && !line.Contains("decoding", StringComparison.Ordinal));

    /// <summary>Keeps the first bytes and drains the rest, so that a child with much output neither blocks nor fills memory.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream, int limit, CancellationToken ct)
    {
        var kept = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await stream.ReadAsync(buffer, ct) is var read and > 0)
        {
            kept.Write(buffer, 0, (int)Math.Min(read, limit - kept.Length));
        }

        return kept.ToArray();
    }
}
