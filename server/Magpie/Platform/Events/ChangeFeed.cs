using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Magpie.Platform.Events;

public enum ChangeAction { Created, Changed, Deleted }

/// <summary>Something of a group changed. Says what to fetch again, never what it is now.</summary>
/// <param name="Kind"><c>asset</c>, <c>label</c>, <c>import</c>, <c>profile</c> or <c>post</c>.</param>
public sealed record Change(Guid Group, string Kind, ChangeAction Action, IReadOnlyList<Guid> Ids);

/// <summary>Carries changes, after they were committed, to everyone who listens on this node.</summary>
internal sealed class ChangeFeed
{
    // A listener that falls this far behind is cut off; its client reconnects and fetches afresh.
    private const int MaxBehind = 1_000;

    private readonly ConcurrentDictionary<Channel<Change>, byte> listeners = new();

    public int Listeners => listeners.Count;

    public void Publish(Guid group, string kind, ChangeAction action, params IReadOnlyList<Guid> ids)
    {
        var change = new Change(group, kind, action, ids);
        foreach (var listener in listeners.Keys)
        {
            if (!listener.Writer.TryWrite(change))
            {
                listener.Writer.TryComplete();
            }
        }
    }

    public async IAsyncEnumerable<Change> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<Change>(MaxBehind);
        listeners.TryAdd(channel, 0);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(ct))
            {
                yield return change;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }
}
