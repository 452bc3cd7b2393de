namespace Magpie.Features.Events;

/// <summary>What others change, as it happens.</summary>
internal static class EventsEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", StreamEvents.HandleAsync).WithTags("Events").WithName("streamEvents").ProducesProblem(429);
}
