using System.Globalization;
using System.Text;

namespace Magpie.Model.Posts.Captions;

/// <summary>What a network counts a text by. docs/guide/posts.md names the source of each.</summary>
public enum CaptionUnit
{
    /// <summary>UTF-16 code units, the safe choice where a network only says "characters".</summary>
    Utf16,
    Utf8Bytes,

    /// <summary>What a reader sees as one character; at most ten times as many bytes (Bluesky).</summary>
    Graphemes,

    /// <summary>Graphemes, counting only the visible part of an address (Bluesky).</summary>
    BlueskyGraphemes,

    /// <summary>Weighted characters, with 23 for an address and 2 for an emoji (X).</summary>
    XWeighted,

    /// <summary>Graphemes, with 23 for an address and without the server in a mention (Mastodon).</summary>
    MastodonCharacters,

    /// <summary>Characters, counting an emoji by its UTF-8 bytes (Threads).</summary>
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

    /// <summary>"characters" for every unit except bytes.</summary>
    public static string Word(this CaptionUnit unit) => unit is CaptionUnit.Utf8Bytes ? "bytes" : "characters";

    /// <summary>What is counted when it differs from what was typed; otherwise null.</summary>
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
