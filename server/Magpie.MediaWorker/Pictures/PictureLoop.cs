using System.Collections.Concurrent;
using Magpie.MediaWorker.Protocol;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Takes one request after the other until the server hangs up.</summary>
internal static class PictureLoop
{
    public static void Run(string inFolder, string outFolder)
    {
        VipsLibrary.Open();
        using var output = Console.OpenStandardOutput();
        // Waited for asleep: whatever else .NET offers here first spins, on a core that another worker could use.
        using var come = new Semaphore(0, int.MaxValue);
        var requests = new ConcurrentQueue<PictureRequest>();
        new Thread(() => Read(requests, come)) { IsBackground = true, Name = "requests" }.Start();
        while (come.WaitOne() && requests.TryDequeue(out var request))
        {
            PictureFrames.Write(output, Answer(request, inFolder, outFolder), PictureMessages.Default.PictureAnswer);
        }
    }

    private static void Read(ConcurrentQueue<PictureRequest> requests, Semaphore come)
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (PictureFrames.Read(input, PictureMessages.Default.PictureRequest) is { } request)
            {
                requests.Enqueue(request);
                come.Release();
            }
        }
        finally
        {
            // The server is gone, perhaps killed: nobody waits for the picture in hand.
            Environment.Exit(0);
        }
    }

    private static PictureAnswer Answer(PictureRequest request, string inFolder, string outFolder)
    {
        var path = Path.Combine(inFolder, Path.GetFileName(request.File));
        try
        {
            return new PictureMaker(request, path, outFolder).Make();
        }
        catch (PictureFaultException e)
        {
            return Refuse(e.Fault);
        }
        catch (VipsException e) when (PictureTrouble.IsOurs(e))
        {
            return new PictureAnswer(null, null, [], null, e.Message);
        }
        catch (VipsException e)
        {
            Console.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
            return Refuse(PictureTrouble.IsCutOff(e) ? PictureFaults.CutOff : PictureFaults.Damaged);
        }
        catch (OutOfMemoryException e)
        {
            return new PictureAnswer(null, null, [], null, e.Message);
        }
    }

    private static PictureAnswer Refuse(string fault) => new(null, null, [], fault, null);
}
