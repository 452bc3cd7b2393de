using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Magpie.Platform.Web;

/// <summary>
/// An enum value in an address, written as in the rest of the API: <c>image</c>, not <c>Image</c>. By default enums are bound in C# case
/// only, and as numbers.
/// </summary>
[JsonConverter(typeof(ChoiceJson))]
[SuppressMessage("Design", "CA1000", Justification = "Binding finds these two by their names, on the type itself.")]
public readonly record struct EnumName<T>(T Value) : IParsable<EnumName<T>>
    where T : struct, Enum
{
    public static EnumName<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var choice)
            ? choice
            : throw new FormatException($"{s} is none of {string.Join(", ", Enum.GetNames<T>())}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnumName<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(s, StringComparison.OrdinalIgnoreCase))
            {
                result = new(value);
                return true;
            }
        }

        result = default;
        return false;
    }
}

/// <summary>In a body it is written like every other name.</summary>
internal sealed class ChoiceJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EnumName<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<EnumName<T>>
        where T : struct, Enum
    {
        public override EnumName<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && EnumName<T>.TryParse(reader.GetString(), null, out var choice)
                ? choice
                : throw new JsonException(
                    $"One of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))} is wanted."
                );

        public override void Write(Utf8JsonWriter writer, EnumName<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.Value.ToString()));
    }
}
