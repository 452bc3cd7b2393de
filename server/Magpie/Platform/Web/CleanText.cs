using System.Text.Json;
using System.Text.Json.Serialization;
using Magpie.Model.Texts;
using Microsoft.Extensions.Primitives;

namespace Magpie.Platform.Web;

/// <summary>
/// Every text of the API comes in through one of these two, rid of what is no character: whatever is done with it afterwards (composing,
/// comparing, keeping it in either database) can be done with any text. Halves of surrogate pairs are refused by the reader itself.
/// </summary>
internal sealed class CleanTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? PlainText.Clean(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainText.Clean(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}

/// <summary>Of addresses: the query is cleaned, and a path with such a thing in it leads nowhere.</summary>
internal sealed class CleanAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!PlainText.IsClean(http.Request.Path.Value ?? ""))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // Nothing of the kind can be written without being escaped.
        if (http.Request.QueryString.Value?.Contains('%') is true && http.Request.Query.Any(pair => !IsClean(pair.Key, pair.Value)))
        {
            http.Request.Query = new QueryCollection(http.Request.Query
                .GroupBy(pair => PlainText.Clean(pair.Key), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(same => same.Key, same => Clean(same.SelectMany(pair => pair.Value)), StringComparer.OrdinalIgnoreCase));
        }

        return next(http);
    }

    private static bool IsClean(string key, StringValues values) => PlainText.IsClean(key) && values.All(value => PlainText.IsClean(value ?? ""));

    private static StringValues Clean(IEnumerable<string?> values) => new([.. values.Select(value => PlainText.Clean(value ?? ""))]);
}
