using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;

namespace Magpie.Core.Changes;

public enum ChangeAction
{
    Created,
    Changed,
    Deleted,
}

/// <summary>Something of a group changed. Says what to fetch again, never what it is now.</summary>
/// <param name="Kind"><c>asset</c>, <c>label</c>, <c>import</c>, <c>profile</c> or <c>post</c>.</param>
/// <param name="Ids">Which; none where it may be any of the group.</param>
/// <param name="Fields">What of them is another now, by the names that their JSON has, such as <c>caption</c>; none where it may be
/// anything.</param>
/// <param name="Version">Of a post, the version that it has now; null where that did not rise, and where they are several.</param>
public sealed record Change(
    Guid Group,
    string Kind,
    ChangeAction Action,
    IReadOnlyList<Guid> Ids,
    IReadOnlyList<string> Fields,
    int? Version = null
)
{
    internal Change(
        Guid group,
        ChangeKind kind,
        ChangeAction action,
        IReadOnlyList<Guid> ids,
        IReadOnlyList<string> fields,
        int? version = null
    )
        : this(group, JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), action, ids, fields, version) { }

    /// <summary>The only member it concerns, such as for a star; null for everybody in the group.</summary>
    internal Guid? OnlyFor { get; init; }
}

/// <summary>Passes changes, once they are committed, to everybody who listens on this server.</summary>
internal sealed class ChangeFeed
{
    // A listener that falls this far behind is cut off; its client reconnects and loads everything again.
    private const int MaxBehind = 1_000;

    private readonly ConcurrentDictionary<Channel<Change>, byte> listeners = new();

    /// <summary>For when anything about them may have changed.</summary>
    public void Publish(Guid group, ChangeKind kind, ChangeAction action, params IReadOnlyList<Guid> ids) =>
        Publish(new(group, kind, action, ids, []));

    public void Publish(Change change)
    {
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
