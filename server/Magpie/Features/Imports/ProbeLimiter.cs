using System.Collections.Concurrent;

namespace Magpie.Features.Imports;

/// <summary>How many addresses a member may look at at once: each look costs a connection and some decoding.</summary>
internal sealed class ProbeLimiter
{
    private const int MostPerMember = 4;

    private readonly ConcurrentDictionary<Guid, int> looking = new();

    public bool TryTake(Guid member)
    {
        if (looking.AddOrUpdate(member, 1, (_, count) => count + 1) <= MostPerMember)
        {
            return true;
        }

        End(member);
        return false;
    }

    public void End(Guid member)
    {
        if (looking.AddOrUpdate(member, 0, (_, count) => count - 1) == 0)
        {
            looking.TryRemove(KeyValuePair.Create(member, 0));
        }
    }
}
