using System.Text;

namespace Magpie.Model.Posts.Captions;

/// <summary>
/// Counts like X's open-source library twitter-text, third configuration: https://docs.x.com/fundamentals/counting-characters.
/// </summary>
internal static class XText
{
    private const int Heavy = 2;

    /// <summary>Characters outside these ranges weigh two. The ranges are Latin to Georgian, spaces and punctuation.</summary>
    private static readonly (int First, int Last)[] Light = [(0, 4351), (8192, 8205), (8208, 8223), (8242, 8247)];

    public static int Weight(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        var weight = 0;
        var at = 0;
        foreach (var address in WebAddresses.Any().EnumerateMatches(composed))
        {
            weight += WeightOfWords(composed[at..address.Index]) + WebAddresses.Length;
            at = address.Index + address.Length;
        }

        return weight + WeightOfWords(composed[at..]);
    }

    private static int WeightOfWords(string text) => CaptionUnits.EachGrapheme(text).Sum(WeightOfGrapheme);

    // An emoji of several parts (people, joiners, skin tones) counts once; any other cluster counts by code points.
    private static int WeightOfGrapheme(string grapheme) => Emoji.Is(grapheme) ? Heavy : grapheme.EnumerateRunes().Sum(WeightOfRune);

    private static int WeightOfRune(Rune rune) => Light.Any(range => rune.Value >= range.First && rune.Value <= range.Last) ? 1 : Heavy;
}
