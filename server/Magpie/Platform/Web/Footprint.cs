namespace Magpie.Platform.Web;

/// <summary>What a route other than GET does to the disk, for when there is no space. A route without a mark is simply tried.</summary>
internal enum Footprint
{
    /// <summary>Needs space: refused at once.</summary>
    Grows,

    /// <summary>Frees space, or leads to that: may use the reserve. So may every DELETE.</summary>
    Frees,

    /// <summary>Changes nothing, whatever its method suggests.</summary>
    Reads,
}

internal static class Footprints
{
    public static TBuilder WithFootprint<TBuilder>(this TBuilder route, Footprint footprint)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(footprint);

    /// <summary>Null when the route has no mark.</summary>
    public static Footprint? FootprintOf(this HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)
            ? Footprint.Reads
        : http.GetEndpoint()?.Metadata.OfType<Footprint>() is { } said && said.Any() ? said.Last()
        : HttpMethods.IsDelete(http.Request.Method) ? Footprint.Frees
        : null;
}
