using Magpie.Platform.Web;

namespace Magpie.Features.Events;

/// <summary>What others change, as it happens.</summary>
internal static class EventsEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", StreamEvents.HandleAsync).WithTags("Events").WithName("streamEvents").Refuses(429).AnswersHeadWith(Describe);

    /// <summary>The headers of a stream that is not begun.</summary>
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
