using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Magpie.Tests.Conventions;

/// <summary>What is told beside an English sentence: a line of refusals.json or reasons.json, which the web is tested by.</summary>
internal sealed record RefusalSample(string Code, Dictionary<string, JsonElement> Members)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What is written as a line of its own: another code, another reason or other members.</summary>
    [JsonIgnore]
    public string Shape =>
        $"{Code} {(Members.TryGetValue("reason", out var reason) ? reason.ToString() : "")}: "
        + string.Join(' ', Members.Keys.Order(StringComparer.Ordinal));

    public static IReadOnlyList<RefusalSample> Read(string file) =>
        JsonSerializer.Deserialize<RefusalSample[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conventions", file)), Plain)!;

    public static RefusalSample Of(string code, IReadOnlyDictionary<string, object?> members) =>
        new(code, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(JsonSerializer.Serialize(members, Plain), Plain)!);

    /// <summary>The lines that the file lacks, as they go into it.</summary>
    public static string LackingIn(string file, IEnumerable<RefusalSample> told)
    {
        var known = Read(file).Select(sample => sample.Shape).ToHashSet();
        return string.Join(
            ",\n",
            told.DistinctBy(sample => sample.Shape)
                .Where(sample => !known.Contains(sample.Shape))
                .OrderBy(sample => sample.Shape, StringComparer.Ordinal)
                .Select(sample => JsonSerializer.Serialize(sample, Plain))
        );
    }
}
