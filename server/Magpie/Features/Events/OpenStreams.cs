using Microsoft.Extensions.Options;

namespace Magpie.Features.Events;

/// <summary>Counts the open streams of each member: every one holds a connection, a queue and a question a beat.</summary>
internal sealed class OpenStreams(IOptions<EventOptions> options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> open = [];

    /// <summary>Null: the member has as many as one may have.</summary>
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
