using System.Threading.Channels;

namespace Magpie.Platform.Scheduling;

/// <summary>
/// Assets that wait to be processed, and those that are being processed, on this server. The row says that an asset must be; this
/// only carries the word, so that asking costs an upload nothing, and what a crash takes with it is asked for again by the sweep.
/// </summary>
internal sealed class AssetQueue
{
    private readonly Channel<Guid> waiting = Channel.CreateUnbounded<Guid>();

    // True: asked for again since somebody took it.
    private readonly Dictionary<Guid, bool> underWay = [];

    /// <summary>Asking for one that waits already changes nothing; one that is being processed is taken once more afterwards.</summary>
    public void Enqueue(Guid assetId)
    {
        lock (underWay)
        {
            if (underWay.TryAdd(assetId, false))
            {
                waiting.Writer.TryWrite(assetId);
            }
            else
            {
                underWay[assetId] = true;
            }
        }
    }

    /// <summary>Waits for the next one. Whoever takes it says when it is finished.</summary>
    public async Task<Guid> TakeAsync(CancellationToken ct)
    {
        var assetId = await waiting.Reader.ReadAsync(ct);
        lock (underWay)
        {
            underWay[assetId] = false;
        }

        return assetId;
    }

    public void Finish(Guid assetId)
    {
        lock (underWay)
        {
            if (underWay.Remove(assetId, out var again) && again)
            {
                Enqueue(assetId);
            }
        }
    }

    public bool IsUnderWay(Guid assetId)
    {
        lock (underWay)
        {
            return underWay.ContainsKey(assetId);
        }
    }
}
