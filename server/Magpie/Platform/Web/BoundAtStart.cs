namespace Magpie.Platform.Web;

internal static class BoundAtStart
{
    /// <summary>
    /// For handlers whose <c>[AsParameters]</c> is a record: what the generator of request delegates writes for those does not compile
    /// (dotnet/aspnetcore#58953), so they are bound when the server starts. The generator of
    /// validation does not see them here either: a record with limits of its own needs <c>[ValidatableType]</c>.
    /// </summary>
    public static RouteHandlerBuilder MapFilteredGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
#pragma warning disable RDG002 // That it cannot see the handler is the purpose.
        routes.MapGet(pattern, handler);
#pragma warning restore RDG002
}
