namespace Magpie.Platform.Web;

/// <summary>
/// What a route that is no GET does to the disk, for when there is no room on it. One without a word of its own is simply tried.
/// </summary>
internal enum Footprint
{
    /// <summary>Brings bytes: refused at once.</summary>
    Grows,

    /// <summary>Takes something away, or leads to where that is done: may use the room that is kept for it. So may every DELETE.</summary>
    Frees,

    /// <summary>Changes nothing, whatever its method says.</summary>
    Reads,
}

internal static class Footprints
{
    public static TBuilder WithFootprint<TBuilder>(this TBuilder route, Footprint footprint)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(footprint);

    /// <summary>Null where nothing is said.</summary>
    public static Footprint? FootprintOf(this HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)
            ? Footprint.Reads
        : http.GetEndpoint()?.Metadata.OfType<Footprint>() is { } said && said.Any() ? said.Last()
        : HttpMethods.IsDelete(http.Request.Method) ? Footprint.Frees
        : null;
}
