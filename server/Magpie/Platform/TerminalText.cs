using System.Globalization;
using System.Text;

namespace Magpie.Platform;

/// <summary>
/// Makes texts safe for a terminal. Files, servers and people can have any name: an escape sequence would move the cursor or write to the
/// clipboard, a line end would forge a line, a change of direction would show another name.
/// </summary>
internal static class TerminalText
{
    /// <summary>On one line; characters that a terminal would obey or reorder are written as numbers.</summary>
    public static string OneLine(string text) => Escape(text, "");

    /// <summary>The same, but keeps lines and columns.</summary>
    public static string Lines(string text) => Escape(text.ReplaceLineEndings("\n"), "\n\t");

    private static string Escape(string text, string kept)
    {
        if (!text.Any(letter => MayHide(letter) && !kept.Contains(letter, StringComparison.Ordinal)))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                plain.Append(letter).Append(text[++at]);
            }
            else if (MayHide(letter) && !kept.Contains(letter, StringComparison.Ordinal))
            {
                plain.Append(
                    letter switch
                    {
                        '\n' => @"\n",
                        '\r' => @"\r",
                        '\t' => @"\t",
                        <= '\u00ff' => string.Create(CultureInfo.InvariantCulture, $@"\x{(int)letter:x2}"),
                        _ => string.Create(CultureInfo.InvariantCulture, $@"\u{(int)letter:x4}"),
                    }
                );
            }
            else
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    // Controls (C0, DEL, C1), changes of direction, other line ends, and lone surrogates. Joiners stay, because emoji and some scripts need
    // them.
    private static bool MayHide(char letter) =>
        char.IsControl(letter)
        || char.IsSurrogate(letter)
        || letter
            is '\u061c'
                or '\u180e'
                or '\u200e'
                or '\u200f'
                or '\u2028'
                or '\u2029'
                or '\ufeff'
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2066' and <= '\u206f')
                or (>= '\ufff9' and <= '\ufffb');
}
