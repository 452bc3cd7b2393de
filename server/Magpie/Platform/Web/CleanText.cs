using Magpie.Model.Texts;
using Microsoft.Extensions.Primitives;

namespace Magpie.Platform.Web;

/// <summary>
/// Every text in an address comes through here, and every text in a body through <see cref="TextBodies"/>: they remove invalid characters,
/// so that everything afterwards (normalizing, comparing, storing in either database) works for any text. A path with such a character
/// leads nowhere. Not a JSON converter, because the API's document knows nothing of types that have one.
/// </summary>
internal sealed class CleanText(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!PlainText.IsClean(request.Path.Value ?? ""))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Such characters cannot be written without being escaped.
        if (request.QueryString.Value?.Contains('%') is true && request.Query.Any(pair => !IsClean(pair.Key, pair.Value)))
        {
            request.Query = new QueryCollection(
                request
                    .Query.GroupBy(pair => PlainText.Clean(pair.Key), StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(same => same.Key, same => Clean(same.SelectMany(pair => pair.Value)), StringComparer.OrdinalIgnoreCase)
            );
        }

        await next(http);
    }

    private static bool IsClean(string key, StringValues values) =>
        PlainText.IsClean(key) && values.All(value => PlainText.IsClean(value ?? ""));

    private static StringValues Clean(IEnumerable<string?> values) => new([.. values.Select(value => PlainText.Clean(value ?? ""))]);
}
