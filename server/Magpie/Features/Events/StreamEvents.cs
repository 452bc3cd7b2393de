using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Events;

internal sealed class StreamEvents(
    ChangeFeed changes,
    StreamRights rights,
    IOptions<EventOptions> options,
    IHostApplicationLifetime lifetime
)
{
    private const string RetryAfterSeconds = "60";

    private static readonly RuleViolation TooMany = new(
        "too-many-streams",
        "Magpie is open in too many tabs or programs of yours. Close some of them; this one then updates by itself again."
    );

    public static async Task<Results<ServerSentEventsResult<Change?>, ProblemHttpResult>> HandleAsync(
        HttpResponse response,
        Caller caller,
        MagpieDbContext db,
        OpenStreams open,
        StreamEvents stream,
        CancellationToken ct
    )
    {
        if (open.Take(caller.UserId) is not { } place)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(TooMany);
        }

        response.RegisterForDispose(place);
        var groups = await db.MembershipsOf(caller).Select(m => m.GroupId).ToHashSetAsync(ct);
        // Proxies must not buffer the stream.
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.StreamAsync(caller, groups, ct));
    }

    private async IAsyncEnumerable<SseItem<Change?>> StreamAsync(
        Caller caller,
        HashSet<Guid> groups,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        // A heartbeat, however many events there are: it keeps proxies from closing the connection, detects that nobody listens, and checks
        // the rights again.
        using var beats = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.BeatSeconds));
        await using var next = changes.ListenAsync(ends.Token).GetAsyncEnumerator(CancellationToken.None);
        var waiting = next.MoveNextAsync().AsTask();
        var beat = NextAsync(beats, ends.Token);
        try
        {
            yield return new(null, "hello");

            while (!ends.IsCancellationRequested)
            {
                await Task.WhenAny(waiting, beat);
                // Checked first, so that a busy stream gets its heartbeat too.
                if (beat.IsCompleted)
                {
                    if (!await beat || await rights.LookAgainAsync(caller, groups, ends.Token) is not { } now)
                    {
                        yield break;
                    }

                    groups = now;
                    beat = NextAsync(beats, ends.Token);
                    yield return new(null, "beat");
                    continue;
                }

                if (waiting.IsCanceled || !await waiting)
                {
                    yield break;
                }

                if (groups.Contains(next.Current.Group) && (next.Current.OnlyFor ?? caller.UserId) == caller.UserId)
                {
                    yield return new(next.Current, "change");
                }

                waiting = next.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Writing to a client that left ends this method in the middle of a wait, and a pending enumerator cannot be disposed of.
            await ends.CancelAsync();
            await Task.WhenAny(waiting);
        }
    }

    /// <summary>False when nobody listens any more.</summary>
    private static async Task<bool> NextAsync(PeriodicTimer beats, CancellationToken ct)
    {
        try
        {
            return await beats.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
