using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Magpie.Model.Texts;
using Microsoft.Extensions.Primitives;

namespace Magpie.Platform.Web;

/// <summary>
/// Every text of the API comes in through here, rid of what is no character: whatever is done with it afterwards (composing, comparing,
/// keeping it in either database) can be done with any text. A path with such a thing in it leads nowhere; half of a surrogate pair is
/// refused by the reader of JSON. Not a converter of JSON, because of a type that has one nothing is known for the API's document.
/// </summary>
internal sealed class CleanText(RequestDelegate next)
{
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create([0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4, (byte)'\\']);

    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!PlainText.IsClean(request.Path.Value ?? ""))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Nothing of the kind can be written without being escaped.
        if (request.QueryString.Value?.Contains('%') is true && request.Query.Any(pair => !IsClean(pair.Key, pair.Value)))
        {
            request.Query = new QueryCollection(request.Query
                .GroupBy(pair => PlainText.Clean(pair.Key), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(same => same.Key, same => Clean(same.SelectMany(pair => pair.Value)), StringComparer.OrdinalIgnoreCase));
        }

        if (!request.HasJsonContentType())
        {
            await next(http);
            return;
        }

        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException refused)
        {
            http.Response.StatusCode = refused.StatusCode;
            return;
        }

        request.Body = Cleaned(body);
        await next(http);
    }

    /// <summary>JSON that does not come as a body, but as the field of a form.</summary>
    public static string OfJson(string sent) => Cleaned(Encoding.UTF8.GetBytes(sent)) ?? sent;

    private static MemoryStream Cleaned(MemoryStream body)
    {
        body.Position = 0;
        return Cleaned(body.GetBuffer().AsSpan(0, (int)body.Length)) is { } clean ? new MemoryStream(Encoding.UTF8.GetBytes(clean)) : body;
    }

    /// <summary>Null where nothing is to be cleaned.</summary>
    private static string? Cleaned(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny(Suspicious) < 0)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(bytes) is { } sent && Clean(sent) is var (clean, changed) && changed ? clean!.ToJsonString() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            return null; // Whoever reads it says so.
        }
    }

    private static (JsonNode? Clean, bool Changed) Clean(JsonNode? sent)
    {
        var changed = false;
        switch (sent)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (Clean(value) is (var clean, true))
                    {
                        changed = true;
                        if (!ReferenceEquals(value, clean))
                        {
                            members[name] = clean;
                        }
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Clean(items[i]) is (var clean, true))
                    {
                        if (!ReferenceEquals(items[i], clean))
                        {
                            items[i] = clean;
                        }

                        changed = true;
                    }
                }

                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is var text && !PlainText.IsClean(text):
                return (JsonValue.Create(PlainText.Clean(text)), true);
        }

        return (sent, changed);
    }

    private static bool IsClean(string key, StringValues values) => PlainText.IsClean(key) && values.All(value => PlainText.IsClean(value ?? ""));

    private static StringValues Clean(IEnumerable<string?> values) => new([.. values.Select(value => PlainText.Clean(value ?? ""))]);
}
