using System.Globalization;
using System.Text;
using Magpie.Model.Media;

namespace Magpie.Model.Uploads;

/// <summary>Names as clients send them are only ever shown; they never become a path.</summary>
public static class FileNames
{
    public const int MaxLength = 200;

    /// <summary>The last segment of what was sent, composed (NFC), without control and direction-changing characters, at most 200 UTF-16 units.</summary>
    public static string Clean(string? sent)
    {
        var text = Compose(sent ?? "");
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && !ChangesDirection(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        var name = Shorten(clean.ToString().Trim());
        return name is "" or "." or ".." ? "Untitled" : name;
    }

    /// <summary>The kind that the ending hints at; null when it hints at nothing. Only content decides.</summary>
    public static MediaKind? KindHint(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".jfif" or ".png" or ".apng" or ".webp" or ".gif" => MediaKind.Image,
        ".mp4" or ".m4v" or ".mov" or ".qt" or ".webm" => MediaKind.Video,
        _ => null,
    };

    /// <summary>What name search compares: composed and folded to lower case.</summary>
    // Up before down: several letters share one capital (final and other sigma), and then fold to the same.
    public static string ForSearch(string name) => Compose(name).ToUpperInvariant().ToLowerInvariant();

    // .NET refuses to compose a text with U+FFFE, which is no character, and PostgreSQL to compare one with U+0000.
    private static string Compose(string text) => text.Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC);

    // U+202A–202E and U+2066–2069 reorder what follows: "a\u202Egpj.exe" would read as "aexe.jpg".
    private static bool ChangesDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var ending = Path.GetExtension(name);
        ending = ending.Length <= 10 ? ending : "";
        var keep = MaxLength - ending.Length;
        if (char.IsHighSurrogate(name[keep - 1]))
        {
            keep--;
        }

        return name[..keep] + ending;
    }
}
