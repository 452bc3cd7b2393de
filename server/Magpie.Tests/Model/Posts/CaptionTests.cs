using System.Text.Json;
using Magpie.Core.Networks;
using Magpie.Model.Posts.Captions;

namespace Magpie.Tests.Model.Posts;

/// <summary>
/// The published examples of each network, from one table that the page's tests read as well; each line names its source.
/// </summary>
public sealed class CaptionTests
{
    private static readonly CaptionCase[] Cases = JsonSerializer.Deserialize<CaptionCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "Posts", "caption-counts.json")),
        JsonSerializerOptions.Web
    )!;

    public static TheoryData<string, string, int> Table =>
        [.. Cases.Select(one => new TheoryDataRow<string, string, int>(one.Unit, one.Text, one.Count))];

    [Theory, MemberData(nameof(Table))]
    public void A_text_counts_as_its_platform_says(string unit, string text, int count) =>
        Assert.Equal(
            count,
            unit == "hashtags" ? CaptionLimits.HashtagsIn(text) : Enum.Parse<CaptionUnit>(unit, ignoreCase: true).Count(text)
        );

    [Fact]
    public void Every_unit_has_examples_and_every_example_names_its_source()
    {
        Assert.All(Cases, one => Assert.False(string.IsNullOrWhiteSpace(one.Source), one.Text));
        Assert.All(
            Enum.GetNames<CaptionUnit>(),
            unit => Assert.Contains(Cases, one => one.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [InlineData("instagram.feed", 2_200, CaptionUnit.Utf16)]
    [InlineData("tiktok.video", 2_200, CaptionUnit.Utf16)]
    [InlineData("x.post", 280, CaptionUnit.XWeighted)]
    [InlineData("threads.post", 500, CaptionUnit.ThreadsCharacters)]
    [InlineData("bluesky.post", 300, CaptionUnit.BlueskyGraphemes)]
    [InlineData("mastodon.post", 500, CaptionUnit.MastodonCharacters)]
    [InlineData("youtube.video", 5_000, CaptionUnit.Utf8Bytes)]
    public void A_surface_counts_in_the_unit_of_its_platform(string surface, int most, CaptionUnit unit)
    {
        var catalog = NetworkRules.Load(null);

        Assert.Equal(new(most, unit), CaptionLimits.Of(catalog.Find(surface)!, catalog.Rules).Caption);
    }

    [Theory]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a")]
    [InlineData("http://a.com/((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("@a.a.a.a-a-a-a@a.a.a.a-a-a-a@a.a.a.a-a-a-a@a.a.a.a-a-a-a@a.a.a")]
    [InlineData("################################################################")]
    [InlineData("a_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-")]
    public void No_text_is_long_to_count(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300));
        Assert.All(Enum.GetValues<CaptionUnit>(), unit => Assert.InRange(unit.Count(text), 0, text.Length * 3));
        Assert.InRange(CaptionLimits.HashtagsIn(text), 0, text.Length);
    }

    private sealed record CaptionCase(string Unit, string Text, int Count, string Source);
}
