using System.Globalization;
using System.Text;

namespace Magpie.Model.Texts;

/// <summary>How texts are compared for search and for names. The result is only compared, never shown.</summary>
public static class SearchText
{
    /// <summary>Raise it with every change below: at the next start, everything stored in folded form is then folded again.</summary>
    public const string Version = "2";

    // Marks that are optional in their languages: accents, Hebrew points, Arabic vowels, enclosing marks. Not the vowels of Thai or Hindi,
    // nor Japanese voicing marks, which make different words.
    private static readonly (int First, int Last)[] Optional =
    [
        (0x0300, 0x036F),
        (0x0483, 0x0489),
        (0x0591, 0x05BD),
        (0x05BF, 0x05BF),
        (0x05C1, 0x05C2),
        (0x05C4, 0x05C5),
        (0x05C7, 0x05C7),
        (0x0610, 0x061A),
        (0x0640, 0x0640),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06DC),
        (0x06DF, 0x06E4),
        (0x06E7, 0x06E8),
        (0x06EA, 0x06ED),
        (0x1AB0, 0x1AFF),
        (0x1DC0, 0x1DFF),
        (0x20D0, 0x20FF),
    ];

    /// <summary>For search: case, accents, width, invisible characters and the script of digits make no difference.</summary>
    public static string Fold(string text) =>
        Ascii.IsValid(text) ? Lower(PlainText.Clean(text)) : Write(Lower(Compose(text)).Normalize(NormalizationForm.FormD), AddPlain);

    /// <summary>For telling names apart: like search, except that accents count.</summary>
    public static string Identify(string text) =>
        Ascii.IsValid(text) ? Lower(PlainText.Clean(text)) : Write(Lower(Compose(text)), AddVisible);

    private static string Compose(string text) => PlainText.Clean(text).Normalize(NormalizationForm.FormKC);

    // Upper case first, then lower case: several letters share one capital (final and ordinary sigma) and must fold to the same. An i is
    // the same without its dot (ı), with it on a capital (İ), or with a separate dot, as browsers write that capital in lower case.
    private static string Lower(string text) =>
        text.ToUpperInvariant().ToLowerInvariant().Replace("i\u0307", "i", StringComparison.Ordinal).Replace('İ', 'i').Replace('ı', 'i');

    private static string Write(string text, Action<StringBuilder, Rune> add)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!PlainText.IsInvisible(rune))
            {
                add(folded, rune);
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void AddVisible(StringBuilder folded, Rune rune) => folded.Append(rune.ToString());

    private static void AddPlain(StringBuilder folded, Rune rune)
    {
        if (Optional.Any(range => rune.Value >= range.First && rune.Value <= range.Last))
        {
            return;
        }

        _ = rune.Value switch
        {
            _ when CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0) is >= 0 and var digit => folded.Append(digit),
            'đ' or 'ð' => folded.Append('d'),
            'ø' => folded.Append('o'),
            'ł' => folded.Append('l'),
            'ħ' => folded.Append('h'),
            'ŧ' => folded.Append('t'),
            'ŋ' => folded.Append('n'),
            'þ' => folded.Append("th"),
            'ß' or 'ẞ' => folded.Append("ss"),
            'æ' => folded.Append("ae"),
            'œ' => folded.Append("oe"),
            // Persian, Urdu and Arabic keyboards write the same letters with different characters.
            0x0649 or 0x06CC => folded.Append('\u064A'),
            0x06A9 => folded.Append('\u0643'),
            _ => folded.Append(rune.ToString()),
        };
    }
}
