using System.Text.Json;
using Magpie.Model.Posts.Captions;
using Magpie.Tests.Browser;

namespace Magpie.Tests.Model.Posts;

/// <summary>A text is counted as its platform does. The page counts by the same table: web/src/features/composer/captions/count.test.ts.</summary>
public sealed class CaptionCountTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string, string, int> Table
    {
        get
        {
            var file = Path.Combine(WebApp.Repository, "server", "Magpie.Tests", "Model", "Posts", "caption-counts.json");
            var lines = JsonSerializer.Deserialize<List<Line>>(File.ReadAllText(file), Web)!;
            return [.. lines.Select(line => (line.Unit, line.Text, line.Count))];
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_text_is_counted_as_its_platform_counts(string unit, string text, int count) =>
        Assert.Equal(count, unit == "hashtags" ? CaptionLimits.HashtagsIn(text) : Enum.Parse<CaptionUnit>(unit, ignoreCase: true).Count(text));

    /// <param name="Source">The documentation that says so.</param>
    private sealed record Line(string Unit, string Text, int Count, string Source);
}
