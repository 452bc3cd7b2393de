namespace Magpie.Platform.Web;

internal static class BoundAtStart
{
    /// <summary>
    /// For handlers whose <c>[AsParameters]</c> is a record: the request delegate generator writes code for those that does not compile
    /// (dotnet/aspnetcore#58953), so they are bound when the server starts. The validation generator does not see them either: a record
    /// with limits of its own needs <c>[ValidatableType]</c>.
    /// </summary>
    public static RouteHandlerBuilder MapFilteredGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
#pragma warning disable RDG002 // That it cannot see the handler is the purpose.
        routes.MapGet(pattern, handler);
#pragma warning restore RDG002
}
