using System.Threading.Channels;
using Magpie.Model.Media;

namespace Magpie.Core.Ingest;

/// <summary>
/// Assets that wait to be processed, and those being processed, on this server. Rows say what is due; this queue only passes it on without
/// delay, and what a crash loses is found again by the poll for due assets. Pictures take moments and videos may take minutes, so they wait
/// in separate queues.
/// </summary>
internal sealed class AssetQueue
{
    private readonly Dictionary<MediaKind, Channel<Guid>> waiting = Enum.GetValues<MediaKind>()
        .ToDictionary(kind => kind, _ => Channel.CreateUnbounded<Guid>());
    private readonly Dictionary<Guid, Turn> underWay = [];

    /// <summary>
    /// Queueing an asset that already waits changes nothing; one that is being processed is processed once more afterwards.
    /// </summary>
    public void Enqueue(Guid assetId, MediaKind kind)
    {
        lock (underWay)
        {
            if (underWay.TryGetValue(assetId, out var turn))
            {
                turn.Again = true;
                return;
            }

            underWay[assetId] = new Turn();
            waiting[kind].Writer.TryWrite(assetId);
        }
    }

    /// <summary>Waits for the next one. The caller must call Finish when it is done.</summary>
    /// <returns>Also a token that ends the work: with <paramref name="ct"/>, or when the asset is deleted.</returns>
    public async Task<(Guid AssetId, CancellationToken Wanted)> TakeAsync(MediaKind kind, CancellationToken ct)
    {
        var assetId = await waiting[kind].Reader.ReadAsync(ct);
        lock (underWay)
        {
            var turn = underWay[assetId];
            (turn.Again, turn.Work) = (false, CancellationTokenSource.CreateLinkedTokenSource(ct));
            return (assetId, turn.Work.Token);
        }
    }

    public void Finish(Guid assetId, MediaKind kind)
    {
        lock (underWay)
        {
            if (underWay.Remove(assetId, out var turn))
            {
                turn.Work?.Dispose();
                if (turn.Again)
                {
                    Enqueue(assetId, kind);
                }
            }
        }
    }

    /// <summary>The asset is gone, so whoever works on it can stop.</summary>
    public void Abandon(Guid assetId)
    {
        lock (underWay)
        {
            _ = underWay.GetValueOrDefault(assetId)?.Work?.CancelAsync();
        }
    }

    public bool IsUnderWay(Guid assetId)
    {
        lock (underWay)
        {
            return underWay.ContainsKey(assetId);
        }
    }

    private sealed class Turn
    {
        /// <summary>It was queued again after somebody took it.</summary>
        public bool Again { get; set; }

        public CancellationTokenSource? Work { get; set; }
    }
}
