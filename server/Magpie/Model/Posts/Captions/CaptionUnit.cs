using System.Globalization;
using System.Text;

namespace Magpie.Model.Posts.Captions;

/// <summary>What a network counts a text by. docs/guide/posts.md names the source of each.</summary>
public enum CaptionUnit
{
    /// <summary>UTF-16 code units, which is also the safe side where a network only says "characters".</summary>
    Utf16,
    Utf8Bytes,

    /// <summary>What a reader takes for one character; at most ten times as many bytes (Bluesky).</summary>
    Graphemes,

    /// <summary>Graphemes, of an address those that are shown of it (Bluesky).</summary>
    BlueskyGraphemes,

    /// <summary>Weights, with 23 for an address and 2 for an emoji (X).</summary>
    XWeighted,

    /// <summary>Graphemes, with 23 for an address and without the server of a mention (Mastodon).</summary>
    MastodonCharacters,

    /// <summary>Characters, an emoji as its UTF-8 bytes (Threads).</summary>
    ThreadsCharacters,
}

/// <summary>How links are counted.</summary>
public enum CaptionNote
{
    LinksShortened,
    LinkLength,
}

public static class CaptionUnits
{
    /// <summary>As rules files write it: <c>x-weighted</c>, <c>chars (URL=23)</c>.</summary>
    public static CaptionUnit Read(string? written) =>
        written?.ToLowerInvariant() switch
        {
            { } unit when unit.StartsWith("x-weighted", StringComparison.Ordinal) => CaptionUnit.XWeighted,
            { } unit when unit.StartsWith("grapheme", StringComparison.Ordinal) => CaptionUnit.Graphemes,
            { } unit when unit.StartsWith("bytes", StringComparison.Ordinal) => CaptionUnit.Utf8Bytes,
            { } unit when unit.Contains("url=23", StringComparison.Ordinal) => CaptionUnit.MastodonCharacters,
            { } unit when unit.Contains("emoji as utf-8", StringComparison.Ordinal) => CaptionUnit.ThreadsCharacters,
            _ => CaptionUnit.Utf16,
        };

    public static int Count(this CaptionUnit unit, string text) =>
        unit switch
        {
            CaptionUnit.Utf16 => text.Length,
            CaptionUnit.Utf8Bytes => Encoding.UTF8.GetByteCount(text),
            CaptionUnit.Graphemes => Graphemes(text),
            CaptionUnit.BlueskyGraphemes => Graphemes(BlueskyText.Shortened(text)),
            CaptionUnit.XWeighted => XText.Weight(text),
            CaptionUnit.MastodonCharacters => Graphemes(MastodonText.Shortened(text)),
            CaptionUnit.ThreadsCharacters => EachGrapheme(text).Sum(Threads),
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };

    /// <summary>"characters" but for bytes.</summary>
    public static string Word(this CaptionUnit unit) => unit is CaptionUnit.Utf8Bytes ? "bytes" : "characters";

    /// <summary>What is counted where it is not what was typed; null where it is.</summary>
    public static CaptionNote? NoteOf(this CaptionUnit unit, string text) =>
        unit switch
        {
            CaptionUnit.BlueskyGraphemes when BlueskyText.Shortened(text) != text => CaptionNote.LinksShortened,
            CaptionUnit.XWeighted when WebAddresses.Any().IsMatch(text) => CaptionNote.LinkLength,
            CaptionUnit.MastodonCharacters when WebAddresses.WithProtocol().IsMatch(text) => CaptionNote.LinkLength,
            _ => null,
        };

    public static string InWords(this CaptionNote note) =>
        note switch
        {
            CaptionNote.LinksShortened => "Links count as Bluesky's app shortens them.",
            CaptionNote.LinkLength => $"A link counts {WebAddresses.Length}.",
            _ => throw new ArgumentOutOfRangeException(nameof(note)),
        };

    internal static IEnumerable<string> EachGrapheme(string text)
    {
        var each = StringInfo.GetTextElementEnumerator(text);
        while (each.MoveNext())
        {
            yield return each.GetTextElement();
        }
    }

    private static int Graphemes(string text) => EachGrapheme(text).Count();

    private static int Threads(string grapheme) =>
        Emoji.Is(grapheme) ? Encoding.UTF8.GetByteCount(grapheme) : grapheme.EnumerateRunes().Count();
}
