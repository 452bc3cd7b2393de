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
        using var requests = new BlockingCollection<PictureRequest>();
        var reader = new Thread(() => Read(requests)) { IsBackground = true, Name = "requests" };
        reader.Start();
        foreach (var request in requests.GetConsumingEnumerable())
        {
            var answer = Answer(request, inFolder, outFolder);
            PictureFrames.WriteAsync(output, answer, PictureMessages.Default.PictureAnswer, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Read(BlockingCollection<PictureRequest> requests)
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (PictureFrames.ReadAsync(input, PictureMessages.Default.PictureRequest, CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } request)
            {
                requests.Add(request);
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
        catch (VipsException e) when (IsOurs(e.Message))
        {
            return new PictureAnswer(null, null, [], null, e.Message);
        }
        catch (VipsException e)
        {
            Console.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
            return Refuse(IsCutOff(e.Message) ? PictureFaults.CutOff : PictureFaults.Damaged);
        }
        catch (OutOfMemoryException e)
        {
            return new PictureAnswer(null, null, [], null, e.Message);
        }
    }

    private static PictureAnswer Refuse(string fault) => new(null, null, [], fault, null);

    private static bool IsOurs(string message) =>
        message.Contains("out of memory", StringComparison.OrdinalIgnoreCase) || message.Contains("unable to write", StringComparison.OrdinalIgnoreCase);

    private static bool IsCutOff(string message) =>
        message.Contains("premature end", StringComparison.OrdinalIgnoreCase)
        || message.Contains("truncated", StringComparison.OrdinalIgnoreCase)
        || message.Contains("end of", StringComparison.OrdinalIgnoreCase)
        || message.Contains("read error", StringComparison.OrdinalIgnoreCase);
}
