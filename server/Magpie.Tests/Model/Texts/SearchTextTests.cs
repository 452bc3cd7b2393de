using System.Text;
using System.Text.Json;
using Magpie.Model.Library;
using Magpie.Model.Texts;
using Magpie.Model.Uploads;

namespace Magpie.Tests.Model.Texts;

/// <summary>One table, which the page's tests read as well.</summary>
public sealed class SearchTextTests
{
    private static readonly FoldCase[] Cases = JsonSerializer.Deserialize<FoldCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "Texts", "fold-cases.json")),
        JsonSerializerOptions.Web
    )!;

    public static TheoryData<string, string, string> Table =>
        [.. Cases.Select(one => new TheoryDataRow<string, string, string>(one.Text, one.Folded, one.Identity))];

    [Theory, MemberData(nameof(Table))]
    public void What_makes_no_difference_to_a_reader_makes_none_to_search(string text, string folded, string identity)
    {
        Assert.Equal(folded.Normalize(), SearchText.Fold(text));
        Assert.Equal(identity.Normalize(), SearchText.Identify(text));
    }

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        Assert.All(
            Cases,
            one =>
            {
                Assert.Equal(SearchText.Fold(one.Text), SearchText.Fold(SearchText.Fold(one.Text)));
                Assert.Equal(SearchText.Fold(one.Text), SearchText.Fold(SearchText.Identify(one.Text)));
                Assert.Equal(SearchText.Identify(one.Text), SearchText.Identify(SearchText.Identify(one.Text)));
            }
        );

    [Fact]
    public void Every_character_can_be_folded_named_and_kept()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            var text = point is >= 0xD800 and <= 0xDFFF ? $"a{(char)point}b" : $"a{char.ConvertFromUtf32(point)}b";
            var clean = PlainText.Clean(text);
            Assert.True(clean.IsNormalized(NormalizationForm.FormC) || clean.Normalize().Length > 0);
            Assert.NotNull(SearchText.Fold(text));
            Assert.NotEmpty(FileNames.Clean(text));
            _ = Label.Read(text);
        }
    }

    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf")]
    [InlineData("one\ttab", "one\ttab")]
    public void Lines_end_in_one_way(string text, string kept) => Assert.Equal(kept, PlainText.Lines(text));

    [Theory]
    [InlineData("sum\u00admer\u200b ", "summer")]
    [InlineData("\u202eevil\u2069", "evil")]
    [InlineData("one\u2028two\u0085three", "one two three")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData(
        "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
        "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"
    )]
    [InlineData("\u200d\u3164", null)]
    public void A_label_holds_nothing_that_nobody_sees(string sent, string? kept) => Assert.Equal(kept, Label.Read(sent).Name);

    private sealed record FoldCase(string Text, string Folded, string Identity);
}
