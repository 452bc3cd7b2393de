namespace Magpie.Platform.Web;

internal static class RefusalStatuses
{
    /// <summary>Lists in openapi.json the statuses with which a route refuses, each with a problem as its body.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params ReadOnlySpan<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
