using System.Text.Json;
using System.Text.Json.Nodes;

namespace Magpie.Core.Networks;

/// <summary>Reads rows, and says which row and which field of a wrong file is at fault.</summary>
internal static class RuleFile
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly JsonDocumentOptions Leniently = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    private static readonly HashSet<string> Fields =
    [
        .. typeof(RuleRow)
            .GetProperties()
            .Where(field => field.CanWrite)
            .Select(field => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name)),
    ];

    /// <exception cref="RuleFileException">The file is not one; the message says what is wrong.</exception>
    public static IReadOnlyList<RuleRow> Read(Stream json)
    {
        var rows = new List<RuleRow>();
        foreach (var node in Parse(json))
        {
            var row = ReadRow(node, rows.Count + 1);
            if (rows.Any(other => other.Key == row.Key))
            {
                throw new RuleFileException($"row {rows.Count + 1} is the second one for {row.Called}.");
            }

            rows.Add(row);
        }

        return rows;
    }

    private static JsonArray Parse(Stream json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Leniently) as JsonArray
                ?? throw new RuleFileException("it must be a list of rows, in square brackets.");
        }
        catch (JsonException error)
        {
            throw new RuleFileException($"it is not JSON: {error.Message}");
        }
    }

    private static RuleRow ReadRow(JsonNode? node, int position)
    {
        if (node is not JsonObject fields)
        {
            throw new RuleFileException($"row {position} is not an object in curly brackets.");
        }

        if (fields.Select(field => field.Key).FirstOrDefault(name => !Fields.Contains(name)) is { } unknown)
        {
            throw new RuleFileException($"row {position} has an unknown field, \"{unknown}\".");
        }

        RuleRow row;
        try
        {
            row = fields.Deserialize<RuleRow>(Names)!;
        }
        catch (JsonException error)
        {
            throw new RuleFileException($"row {position} has a value of the wrong kind at {error.Path?.TrimStart('$', '.')}.");
        }

        return RuleRowFaults.Of(row) is { } fault ? throw new RuleFileException($"row {position} ({row.Called}): {fault}.") : row;
    }
}

internal sealed class RuleFileException(string message) : Exception(message);
