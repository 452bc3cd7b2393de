using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Magpie.Model;
using Magpie.Model.Texts;

namespace Magpie.Platform.Web;

/// <summary>
/// JSON as the API accepts it: not deeply nested, texts without invalid characters, and no list with null in it. Anything not understood
/// here is refused and never passed on, because a more lenient reader would then get it uncleaned.
/// </summary>
internal static class CleanJson
{
    /// <summary>The deepest request has four levels.</summary>
    private const int MaxDepth = 16;

    private const int Piece = 16 * 1024;

    public static readonly RuleViolation Unreadable = new(
        "invalid-request",
        "The request cannot be read. Check its body and its parameters."
    );
    private static readonly RuleViolation NullInList = new RuleViolation(
        "invalid-request",
        "A list holds null where a value belongs. Leave it out of the list."
    ).With(("reason", "nullInList"));

    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The same JSON with its texts cleaned, or why it is refused.</summary>
    public static (MemoryStream? Clean, RuleViolation? Violation) Read(ReadOnlySpan<byte> sent)
    {
        if (!Utf8.IsValid(sent))
        {
            return (null, Unreadable);
        }

        var clean = new MemoryStream(sent.Length);
        try
        {
            if (!Copy(sent.StartsWith(ByteOrderMark) ? sent[ByteOrderMark.Length..] : sent, clean))
            {
                return (null, NullInList);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, Unreadable); // The second one: half of a surrogate pair.
        }

        clean.Position = 0;
        return (clean, null);
    }

    /// <summary>False when a list contains null.</summary>
    private static bool Copy(ReadOnlySpan<byte> sent, MemoryStream clean)
    {
        using var writer = new Utf8JsonWriter(clean, Plain);
        var reader = new Utf8JsonReader(sent, new JsonReaderOptions { MaxDepth = MaxDepth });
        var isMember = false;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Null && !isMember && reader.CurrentDepth > 0)
            {
                return false;
            }

            isMember = reader.TokenType is JsonTokenType.PropertyName;
            CopyToken(ref reader, writer);
            if (writer.BytesPending > Piece)
            {
                writer.Flush();
            }
        }

        return true;
    }

    private static void CopyToken(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(PlainText.Clean(reader.GetString()!));
                break;
            default: // A number, true, false or null: as it was written.
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
