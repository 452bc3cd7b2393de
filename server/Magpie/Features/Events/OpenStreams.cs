using Microsoft.Extensions.Options;

namespace Magpie.Features.Events;

/// <summary>
/// Counts the open streams of each member, because each one holds a connection and a queue, and asks the database at each heartbeat.
/// </summary>
internal sealed class OpenStreams(IOptions<EventOptions> options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> open = [];

    /// <summary>Null when the member has as many as allowed.</summary>
    public IDisposable? Take(Guid member)
    {
        lock (gate)
        {
            var count = open.GetValueOrDefault(member);
            if (count >= options.Value.StreamsPerMember)
            {
                return null;
            }

            open[member] = count + 1;
            return new Place(this, member);
        }
    }

    private void GiveBack(Guid member)
    {
        lock (gate)
        {
            if (--open[member] == 0)
            {
                open.Remove(member);
            }
        }
    }

    private sealed class Place(OpenStreams streams, Guid member) : IDisposable
    {
        private int isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGivenBack, 1) == 0)
            {
                streams.GiveBack(member);
            }
        }
    }
}
