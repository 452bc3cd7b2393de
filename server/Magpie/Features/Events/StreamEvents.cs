using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Events;

internal static class StreamEvents
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static async Task<ServerSentEventsResult<Change?>> HandleAsync(
        HttpResponse response, Caller caller, MagpieDbContext db, ChangeFeed changes, IHostApplicationLifetime lifetime, CancellationToken ct)
    {
        var groups = await db.MembershipsOf(caller).Select(m => m.GroupId).ToListAsync(ct);
        // Proxies must not collect the stream before they pass it on.
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(StreamAsync(changes, [.. groups], caller.UserId, lifetime.ApplicationStopping, ct));
    }

    private static async IAsyncEnumerable<SseItem<Change?>> StreamAsync(
        ChangeFeed changes, HashSet<Guid> groups, Guid member, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        await using var next = changes.ListenAsync(ends.Token).GetAsyncEnumerator(CancellationToken.None);
        var waiting = next.MoveNextAsync().AsTask();
        try
        {
            yield return new(null, "hello");

            while (!ends.IsCancellationRequested)
            {
                // A beat now and then keeps proxies from closing the line, and tells us when nobody listens any more.
                if (await Task.WhenAny(waiting, Task.Delay(Beat, ends.Token)) != waiting)
                {
                    yield return new(null, "beat");
                    continue;
                }

                if (waiting.IsCanceled || !await waiting)
                {
                    yield break;
                }

                if (groups.Contains(next.Current.Group) && (next.Current.OnlyFor ?? member) == member)
                {
                    yield return new(next.Current, "change");
                }

                waiting = next.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Writing to someone who left ends this in the middle of a wait, and a sequence that is waited for cannot be disposed of.
            await ends.CancelAsync();
            await Task.WhenAny(waiting);
        }
    }
}
