using System.Threading.Channels;
using Magpie.Model.Media;

namespace Magpie.Core.Ingest;

/// <summary>
/// Assets that wait to be processed, and those that are being processed, on this server. The row says that an asset must be; this
/// only carries the word, so that asking costs an upload nothing, and what a crash takes with it is asked for again by the sweep.
/// Pictures, which take moments, and videos, which may take minutes, wait apart.
/// </summary>
internal sealed class AssetQueue
{
    private readonly Dictionary<MediaKind, Channel<Guid>> waiting = Enum.GetValues<MediaKind>()
        .ToDictionary(kind => kind, _ => Channel.CreateUnbounded<Guid>());
    private readonly Dictionary<Guid, Turn> underWay = [];

    /// <summary>Asking for one that waits already changes nothing; one that is being processed is taken once more afterwards.</summary>
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

    /// <summary>Waits for the next one. Whoever takes it says when it is finished.</summary>
    /// <returns>And what ends the work on it: <paramref name="ct"/>, or that nobody wants it any more.</returns>
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

    /// <summary>It is gone: whoever works on it need not go on.</summary>
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
        /// <summary>Asked for again since somebody took it.</summary>
        public bool Again { get; set; }

        public CancellationTokenSource? Work { get; set; }
    }
}
