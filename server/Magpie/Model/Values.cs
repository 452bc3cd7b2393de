using System.Text.Encodings.Web;
using System.Text.Json;

namespace Magpie.Model;

/// <summary>The raw values of a sentence by their names: numbers, names, kinds as in JSON; never formatted text.</summary>
public static class Values
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>Of two of the same name the later one counts.</summary>
    public static IReadOnlyDictionary<string, object?> Of(params IEnumerable<(string Name, object? Value)> values)
    {
        var all = new Dictionary<string, object?>();
        foreach (var (name, value) in values)
        {
            all[name] = value is Enum kind ? JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) : value;
        }

        return all;
    }

    /// <summary>As they are kept. A sentence without values has an empty object; null is a sentence of a build that kept none.</summary>
    public static string Write(IReadOnlyDictionary<string, object?> values) => JsonSerializer.Serialize(values, Plain);

    public static IReadOnlyDictionary<string, object?> Read(string? text) =>
        text is null ? None : JsonSerializer.Deserialize<Dictionary<string, object?>>(text, Plain)!;
}
