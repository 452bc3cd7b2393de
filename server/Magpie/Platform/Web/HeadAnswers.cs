namespace Magpie.Platform.Web;

/// <summary>Every GET route also answers HEAD. The body is written but goes nowhere, because Kestrel sends none.</summary>
internal static class HeadAnswers
{
    public static TBuilder WithHead<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] } only)
            {
                endpoint.Metadata[endpoint.Metadata.IndexOf(only)] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
            }
        });
        return routes;
    }

    /// <summary>For a route whose work must not be done for a HEAD.</summary>
    public static RouteHandlerBuilder AnswersHeadWith(this RouteHandlerBuilder route, Func<HttpContext, IResult> headers) =>
        route.AddEndpointFilter(
            (context, next) =>
                HttpMethods.IsHead(context.HttpContext.Request.Method)
                    ? ValueTask.FromResult<object?>(headers(context.HttpContext))
                    : next(context)
        );
}
