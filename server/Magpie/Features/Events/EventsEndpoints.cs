using Magpie.Platform.Web;

namespace Magpie.Features.Events;

/// <summary>Changes that others make, as they happen.</summary>
internal static class EventsEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", StreamEvents.HandleAsync).WithTags("Events").WithName("streamEvents").Refuses(429).AnswersHeadWith(Describe);

    /// <summary>The headers when a stream is refused.</summary>
    private static IResult Describe(HttpContext http)
    {
        (http.Response.ContentType, http.Response.Headers.CacheControl, http.Response.Headers["X-Accel-Buffering"]) = (
            "text/event-stream",
            "no-cache,no-store",
            "no"
        );
        return Results.Empty;
    }
}
