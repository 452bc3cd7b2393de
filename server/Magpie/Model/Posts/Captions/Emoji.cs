namespace Magpie.Model.Posts.Captions;

/// <summary>Tells emoji from letters, one whole sequence at a time.</summary>
internal static class Emoji
{
    private const int TextStyle = 0xFE0E,
        EmojiStyle = 0xFE0F,
        KeyCap = 0x20E3;

    /// <summary>Characters below U+1F000 that are shown as emoji by default (Unicode 16, Emoji_Presentation).</summary>
    private static readonly (int First, int Last)[] ByThemselves =
    [
        (0x231A, 0x231B),
        (0x23E9, 0x23EC),
        (0x23F0, 0x23F0),
        (0x23F3, 0x23F3),
        (0x25FD, 0x25FE),
        (0x2614, 0x2615),
        (0x2648, 0x2653),
        (0x267F, 0x267F),
        (0x2693, 0x2693),
        (0x26A1, 0x26A1),
        (0x26AA, 0x26AB),
        (0x26BD, 0x26BE),
        (0x26C4, 0x26C5),
        (0x26CE, 0x26CE),
        (0x26D4, 0x26D4),
        (0x26EA, 0x26EA),
        (0x26F2, 0x26F3),
        (0x26F5, 0x26F5),
        (0x26FA, 0x26FA),
        (0x26FD, 0x26FD),
        (0x2705, 0x2705),
        (0x270A, 0x270B),
        (0x2728, 0x2728),
        (0x274C, 0x274C),
        (0x274E, 0x274E),
        (0x2753, 0x2755),
        (0x2757, 0x2757),
        (0x2795, 0x2797),
        (0x27B0, 0x27B0),
        (0x27BF, 0x27BF),
        (0x2B1B, 0x2B1C),
        (0x2B50, 0x2B50),
        (0x2B55, 0x2B55),
    ];

    /// <param name="grapheme">One grapheme, as <c>StringInfo</c> splits a text.</param>
    public static bool Is(string grapheme)
    {
        var styled = false;
        var first = -1;
        foreach (var rune in grapheme.EnumerateRunes())
        {
            first = first < 0 ? rune.Value : first;
            if (rune.Value == TextStyle)
            {
                return false;
            }

            styled |= rune.Value is EmojiStyle or KeyCap;
        }

        return styled || first is >= 0x1F000 and <= 0x1FAFF || ByThemselves.Any(range => first >= range.First && first <= range.Last);
    }
}
