using System.Diagnostics;
using Magpie.MediaWorker.Protocol;
using Magpie.Platform.Media.Children;

namespace Magpie.Platform.Media.Pictures;

/// <summary>A running child that decodes pictures. It can see two folders and nothing else of ours.</summary>
internal sealed class PictureWorker : IDisposable
{
    private readonly Process process;

    private PictureWorker(Process process, ILogger log)
    {
        this.process = process;
        _ = ForwardErrorsAsync(log);
    }

    /// <summary>Requests answered so far.</summary>
    public int Answered { get; private set; }

    public int ProcessId => process.Id;

    public static async Task<PictureWorker> StartAsync(ChildStarter starter, PictureFolders folders, MediaOptions options, ILogger log)
    {
        const long largestRendition = 200_000_000;
        var info = WorkerProgram.Pictures(
            folders.In,
            folders.Out,
            options.PictureMemoryMegabytes * 1_000_000L,
            largestRendition,
            starter.User
        );
        return new PictureWorker(await starter.StartAsync(info), log);
    }

    /// <summary>Null when the worker has ended instead of answering.</summary>
    public async Task<PictureAnswer?> AskAsync(PictureRequest request, CancellationToken ct)
    {
        try
        {
            await PictureFrames.WriteAsync(process.StandardInput.BaseStream, request, PictureMessages.Default.PictureRequest, ct);
            var answer = await PictureFrames.ReadAsync(process.StandardOutput.BaseStream, PictureMessages.Default.PictureAnswer, ct);
            Answered++;
            return answer;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        SandboxedTool.Kill(process);
        process.Dispose();
    }

    private async Task ForwardErrorsAsync(ILogger log)
    {
        const int mostLines = 200;
        try
        {
            for (var lines = 0; await process.StandardError.ReadLineAsync() is { } line; lines++)
            {
                if (lines < mostLines)
                {
                    log.LogDebug("A picture worker says: {Line}", line.Length > 300 ? line[..300] : line);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The worker was replaced while it was answering.
        }
    }
}
