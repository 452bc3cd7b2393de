namespace Magpie.Model.Networks;

/// <summary>
/// The surfaces that Magpie knows, in display order. Their numbers are stored with every asset: never change or reuse one.
/// </summary>
public static class KnownSurfaces
{
    /// <summary>Numbers from here on are for surfaces that the operator adds; lower ones are reserved for Magpie.</summary>
    public const int FirstForOperators = 32;

    public static IReadOnlyList<Surface> All { get; } =
    [
        new(0, "instagram", "feed", "Instagram", "Instagram feed"),
        new(1, "instagram", "carousel_item", "Instagram", "Instagram carousel videos", IsPlural: true, StandsAlone: false),
        new(2, "instagram", "reel", "Instagram", "Instagram Reels", IsPlural: true),
        new(3, "instagram", "story", "Instagram", "Instagram Stories", IsPlural: true),
        new(4, "tiktok", "video", "TikTok", "TikTok videos", IsPlural: true),
        new(5, "tiktok", "photo", "TikTok", "TikTok photos", IsPlural: true),
        new(6, "facebook", "feed", "Facebook", "Facebook feed"),
        new(7, "facebook", "reel", "Facebook", "Facebook Reels", IsPlural: true),
        new(8, "facebook", "story", "Facebook", "Facebook Stories", IsPlural: true),
        new(9, "x", "post", "X", "X"),
        new(10, "x", "gif", "X", "X GIFs", IsPlural: true),
        new(11, "linkedin", "feed", "LinkedIn", "LinkedIn feed"),
        new(12, "pinterest", "pin", "Pinterest", "Pinterest Pins", IsPlural: true),
        new(13, "youtube", "video", "YouTube", "YouTube videos", IsPlural: true),
        new(14, "youtube", "short", "YouTube", "YouTube Shorts", IsPlural: true),
        new(15, "youtube", "thumbnail", "YouTube", "YouTube thumbnails", IsPlural: true, StandsAlone: false),
        new(16, "threads", "post", "Threads", "Threads"),
        new(17, "bluesky", "post", "Bluesky", "Bluesky"),
        new(18, "mastodon", "post", "Mastodon", "Mastodon"),
    ];

    public static Surface? Find(string network, string place) =>
        All.FirstOrDefault(surface => surface.Network == network && surface.Place == place);

    /// <summary>
    /// A surface that only the operator's file has: "vimeo.live_video" is shown as "Vimeo live video" unless the file gives another title.
    /// </summary>
    public static Surface Added(int number, string network, string place, string? title)
    {
        var networkTitle =
            All.FirstOrDefault(surface => surface.Network == network)?.NetworkTitle
            ?? char.ToUpperInvariant(network[0]) + network[1..].Replace('_', ' ');
        return new(number, network, place, networkTitle, title ?? $"{networkTitle} {place.Replace('_', ' ')}");
    }
}
