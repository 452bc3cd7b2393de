using System.Globalization;
using System.Text;

namespace Magpie.Model.Texts;

/// <summary>Removes characters that are not text.</summary>
public static class PlainText
{
    private static readonly UnicodeCategory[] Unseen =
    [
        UnicodeCategory.Control,
        UnicodeCategory.Format,
        UnicodeCategory.LineSeparator,
        UnicodeCategory.ParagraphSeparator,
    ];

    /// <summary>
    /// Without U+0000, Unicode noncharacters (such as U+FFFE, which come with text copied from a PDF) and lone surrogates. Neither database
    /// accepts all of them, and .NET cannot normalize them.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            if (isWhole && IsCharacter(rune))
            {
                clean.Append(rune.ToString());
            }

            at += isWhole ? rune.Utf16SequenceLength : 1;
        }

        return clean.ToString();
    }

    public static bool IsClean(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (text[at] is > '\0' and < '\uD800')
            {
                at++;
            }
            else if (Rune.TryGetRuneAt(text, at, out var rune) && IsCharacter(rune))
            {
                at += rune.Utf16SequenceLength;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>On one line, without control or invisible characters. Joiners stay, because emoji and Persian words need them.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            if (!Unseen.Contains(Rune.GetUnicodeCategory(rune)) || IsJoiner(rune) || IsTag(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString();
    }

    /// <summary>Many lines, with any of the six kinds of line ends.</summary>
    public static string Lines(string text) =>
        Clean(text)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\u0085', '\n')
            .Replace('\u2028', '\n')
            .Replace('\u2029', '\n');

    /// <summary>Takes no space and changes no meaning: joiners, marks of direction and style, soft hyphens, fillers.</summary>
    public static bool IsInvisible(Rune rune) =>
        Unseen.Contains(Rune.GetUnicodeCategory(rune))
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0100 and <= 0xE01EF)
                or 0x3164
                or 0xFFA0
                or (>= 0x180B and <= 0x180D);

    /// <summary>
    /// At most this many UTF-16 units, without cutting a character in two. If the first character alone is longer, as much of it as fits.
    /// </summary>
    public static string Beginning(string text, int most)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most)
        {
            end = next;
        }

        if (end == 0)
        {
            end = Math.Min(most, text.Length);
            end -= end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        }

        return text[..end];
    }

    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    // The flags of England, Scotland and Wales use them.
    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    private static bool IsCharacter(Rune rune) =>
        rune.Value != 0 && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
