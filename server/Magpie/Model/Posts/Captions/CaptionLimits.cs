using System.Text;
using System.Text.RegularExpressions;
using Magpie.Model.Networks;

namespace Magpie.Model.Posts.Captions;

/// <summary>How long a text may be, in what its network counts.</summary>
public sealed record TextLimit(int Most, CaptionUnit Unit)
{
    public int Count(string text) => Unit.Count(text);
}

/// <summary>The limits of a post's texts on one surface. Null means that there is no such text, or no published limit.</summary>
/// <param name="Bytes">A second limit for the caption, in UTF-8 bytes.</param>
/// <param name="Hashtags">For caption and first comment together.</param>
/// <param name="TitleNeeded">Nothing is published there without one.</param>
public sealed partial record CaptionLimits(
    TextLimit? Caption,
    int? Bytes,
    int? Hashtags,
    TextLimit? Title,
    bool TitleNeeded,
    TextLimit? AltText
)
{
    private const int BytesOfGrapheme = 10;

    public static CaptionLimits Of(Surface surface, IEnumerable<SurfaceRule> rules)
    {
        var rule = rules.FirstOrDefault(rule => rule.Surface == surface && rule.CaptionMax is not null);
        var caption = rule is null ? null : new TextLimit(rule.CaptionMax!.Value, UnitOf(surface, CaptionUnits.Read(rule.CaptionUnit)));
        return new(
            caption,
            // Bluesky's lexicon for posts: maxGraphemes 300, maxLength 3000.
            caption is { Unit: CaptionUnit.Graphemes or CaptionUnit.BlueskyGraphemes }
                ? caption.Most * BytesOfGrapheme
                : null,
            // "30 hashtags" of the IG User Media reference.
            surface.Network == "instagram"
            && caption is not null
                ? 30
                : null,
            TitleOf(surface),
            surface.Network == "youtube",
            AltTextOf(surface.Network)
        );
    }

    /// <summary>
    /// A number sign followed by something that is not only digits, at the start or not after a letter, and not inside an address. A number
    /// sign that is part of an emoji (#️⃣) is no hashtag.
    /// </summary>
    public static int HashtagsIn(string text) => Hashtag().Count(WebAddresses.Any().Replace(text, " "));

    /// <summary>The second limit is also for the text that is sent.</summary>
    public int BytesOf(string text) =>
        Encoding.UTF8.GetByteCount(Caption is { Unit: CaptionUnit.BlueskyGraphemes } ? BlueskyText.Shortened(text) : text);

    private static CaptionUnit UnitOf(Surface surface, CaptionUnit written) =>
        surface.Network == "bluesky" && written is CaptionUnit.Graphemes ? CaptionUnit.BlueskyGraphemes : written;

    // YouTube Data API, videos.snippet.title; Pinterest API v5, PinCreate; TikTok Photo Post reference.
    private static TextLimit? TitleOf(Surface surface) =>
        surface.Key switch
        {
            "youtube.video" or "youtube.short" => new(100, CaptionUnit.Utf16),
            "pinterest.pin" => new(100, CaptionUnit.Utf16),
            "tiktok.photo" => new(90, CaptionUnit.Utf16),
            _ => null,
        };

    // From the notes of network-media-rules.json, and for X and Threads their API references.
    private static TextLimit? AltTextOf(string network) =>
        network switch
        {
            "instagram" or "x" or "threads" => new(1_000, CaptionUnit.Utf16),
            "linkedin" => new(4_086, CaptionUnit.Utf16),
            "pinterest" => new(500, CaptionUnit.Utf16),
            "bluesky" => new(2_000, CaptionUnit.Graphemes),
            "mastodon" => new(1_500, CaptionUnit.Graphemes),
            _ => null,
        };

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_&]|(?![\uFE0E\uFE0F])\p{M})[#＃](?![\uFE0F\u20E3])(?=[\p{N}_]*[\p{L}\p{M}-[\uFE00-\uFE0F\u20D0-\u20FF]])[\p{L}\p{M}\p{N}_]+",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Hashtag();
}
