using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Magpie.Platform.Web;

internal static class EmptyParameters
{
    /// <summary>
    /// An empty parameter is a mistake, such as an unset variable, and does not mean "the default": <c>DELETE /api/trash?group=</c> would
    /// empty a different trash than intended. Texts may be empty.
    /// </summary>
    public static TBuilder RefuseEmptyParameters<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilterFactory(
            (endpoint, next) =>
            {
                string[] names = [.. endpoint.MethodInfo.GetParameters().Where(IsOptionalInQuery).Select(parameter => parameter.Name!)];
                return names.Length == 0
                    ? next
                    : context =>
                        names.Any(name => IsEmpty(context.HttpContext.Request.Query, name))
                            ? ValueTask.FromResult<object?>(Problems.Of(CleanJson.Unreadable))
                            : next(context);
            }
        );

    private static bool IsOptionalInQuery(ParameterInfo parameter) =>
        parameter.ParameterType.IsValueType
        && (parameter.HasDefaultValue || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)
        && !parameter.GetCustomAttributes().OfType<IFromHeaderMetadata>().Any();

    private static bool IsEmpty(IQueryCollection query, string name) => query.TryGetValue(name, out var values) && values.Contains("");
}
