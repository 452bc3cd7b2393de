using System.Text;

namespace Magpie.Model.Posts.Captions;

/// <summary>
/// X counts as its open library twitter-text does, third configuration: https://docs.x.com/fundamentals/counting-characters.
/// </summary>
internal static class XText
{
    private const int Heavy = 2;

    /// <summary>Whatever is not in one of these weighs two: Latin to Georgian, the spaces, the marks of punctuation.</summary>
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

    // An emoji of many parts (people, joiners, a colour of skin) is one; any other cluster is its code points.
    private static int WeightOfGrapheme(string grapheme) => Emoji.Is(grapheme) ? Heavy : grapheme.EnumerateRunes().Sum(WeightOfRune);

    private static int WeightOfRune(Rune rune) => Light.Any(range => rune.Value >= range.First && rune.Value <= range.Last) ? 1 : Heavy;
}
