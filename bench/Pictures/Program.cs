using System.Diagnostics;
using System.Globalization;
using Magpie.Model.Media;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Children;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

// Has JPEG pictures understood by the product's own workers, as many at once as the product does. Arguments: an
// empty folder, then the pictures. For each line on stdin all pictures are done once and the seconds printed.
var folder = args[0];
var pictures = args[1..];
var options = new MediaOptions { ScratchFolder = Path.Combine(folder, "scratch") };
using var limiter = new MediaLimiter(Options.Create(options));
await using var studio = new MediaProcessor(
    Options.Create(options),
    limiter,
    ChildUser.Choose(options),
    TimeProvider.System,
    NullLogger<MediaProcessor>.Instance
);

while (Console.ReadLine() is not null)
{
    var clock = Stopwatch.StartNew();
    await Parallel.ForEachAsync(
        pictures,
        new ParallelOptions { MaxDegreeOfParallelism = options.WorkerCount },
        async (picture, ct) => await ProcessAsync(picture, ct)
    );
    Console.WriteLine(clock.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture));
}

async Task ProcessAsync(string picture, CancellationToken ct)
{
    var output = Path.Combine(folder, Path.GetFileNameWithoutExtension(picture));
    Directory.CreateDirectory(output);
    var outcome = await studio.ProcessAsync(MediaFormat.Jpeg, Path.GetFileName(picture), picture, output, ct);
    if (outcome is not MediaOutcome.Understood { Renditions.Count: 2 })
    {
        throw new InvalidOperationException($"{picture}: {outcome}");
    }

    Directory.Delete(output, recursive: true);
}
