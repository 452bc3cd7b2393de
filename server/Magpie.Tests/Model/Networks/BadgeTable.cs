using static Magpie.Model.Networks.Badge;

namespace Magpie.Tests.Model.Networks;

/// <summary>What is expected of which file on which surface. No sentences: everything is met.</summary>
internal static class BadgeTable
{
    public static readonly IReadOnlyList<BadgeCase> Pictures =
    [
        new("instagram.feed", "jpeg 1080x1350", Green),
        new("instagram.feed", "jpeg 1080x1080", Green),
        new("instagram.feed", "jpeg 1080x566", Green),
        new("instagram.feed", "jpeg 4000x5000 8MB", Green),
        new(
            "instagram.feed",
            "jpeg 1079x1349",
            Amber,
            "1079 × 1349; Instagram feed recommends 1080 × 1350. Export it at 1080 × 1350 or larger."
        ),
        new(
            "instagram.feed",
            "jpeg 300x300",
            Amber,
            "300 × 300; Instagram feed recommends 1080 × 1350. Export it at 1080 × 1350 or larger."
        ),
        new("instagram.feed", "webp 1080x1350", Red, "WebP; Instagram feed accepts JPEG. Export it as JPEG."),
        new("instagram.feed", "jpeg 1080x1350 8000001B", Red, "8.1 MB; Instagram feed accepts at most 8 MB. Export it smaller."),
        new("instagram.feed", "jpeg 1080x1920", Red, "1080 × 1920 (9:16); Instagram feed accepts 4:5 to 1.91:1. Crop to 4:5."),
        new("instagram.feed", "jpeg 2400x1080", Red, "2400 × 1080 (2.22:1); Instagram feed accepts 4:5 to 1.91:1. Crop to 1.91:1."),
        new("instagram.story", "jpeg 1080x1920", Green),
        new("instagram.story", "jpeg 2160x3840", Green),
        new("instagram.story", "jpeg 1080x1918", Green),
        new("instagram.story", "jpeg 3000x3840", Amber, "3000 × 3840; Instagram Stories recommend 1080 × 1920. Crop to 9:16."),
        new(
            "instagram.story",
            "jpeg 1920x1080",
            Amber,
            "1920 × 1080; Instagram Stories recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("instagram.story", "png 1080x1920", Red, "PNG; Instagram Stories accept JPEG. Export it as JPEG."),
        new("tiktok.photo", "jpeg 1080x1920", Green),
        new("tiktok.photo", "webp 1920x1080", Green),
        new("tiktok.photo", "jpeg 1080x1080", Green),
        new("tiktok.photo", "jpeg 720x1280", Amber, "720 × 1280; TikTok photos recommend 1080 × 1920. Export it at 1080 × 1920 or larger."),
        new("tiktok.photo", "jpeg 1081x1920", Red, "1081 × 1920; TikTok photos accept at most 1080 × 1920 in either orientation. Resize."),
        new("tiktok.photo", "jpeg 1200x1200", Red, "1200 × 1200; TikTok photos accept at most 1080 × 1920 in either orientation. Resize."),
        new("tiktok.photo", "png 1080x1920", Red, "PNG; TikTok photos accept JPEG or WebP. Export it as JPEG."),
        new("facebook.feed", "png 1200x630", Green),
        new("facebook.feed", "jpeg 1080x1350", Green),
        new("facebook.feed", "jpeg 630x630", Amber, "630 × 630; Facebook feed recommends 1200 × 630. Export it at 1200 × 630 or larger."),
        new("facebook.feed", "jpeg 300x4000", Amber, "300 × 4000; Facebook feed recommends 1200 × 630. Export it at 1200 × 630 or larger."),
        new("facebook.feed", "webp 1200x630", Red, "WebP; Facebook feed accepts JPEG, BMP, PNG, GIF or TIFF. Export it as JPEG."),
        new("facebook.feed", "jpeg 1200x630 4.2MB", Red, "4.2 MB; Facebook feed accepts at most 4 MB. Export it smaller."),
        new("facebook.story", "gif 1080x1920", Green),
        new(
            "facebook.story",
            "jpeg 1080x1080",
            Amber,
            "1080 × 1080; Facebook Stories recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("facebook.story", "webp 1080x1920", Red, "WebP; Facebook Stories accept JPEG, BMP, PNG, GIF or TIFF. Export it as JPEG."),
        new("x.post", "webp 10x10", Green),
        new("x.post", "png 10000x10 5MB", Green),
        new("x.post", "jpeg 1200x675 5.1MB", Red, "5.1 MB; X accepts at most 5 MB. Export it smaller."),
        new("x.gif", "gif 1280x1080 15MB animated", Green),
        new("x.gif", "gif 1281x1080 animated", Red, "1281 × 1080; X GIFs accept at most 1280 × 1080. Resize."),
        new("x.gif", "webp 400x400 animated", Red, "WebP; X GIFs accept GIF. Export it as GIF."),
        new("linkedin.feed", "jpeg 1200x627", Green),
        new("linkedin.feed", "jpeg 1199x627", Amber, "1199 × 627; LinkedIn feed recommends 1200 × 627. Export it at 1200 × 627 or larger."),
        new("linkedin.feed", "jpeg 6016x6009", Green),
        new(
            "linkedin.feed",
            "jpeg 7000x5200",
            Red,
            "7000 × 5200 (36,400,000 pixels); LinkedIn feed accepts at most 36,152,319 pixels. Resize."
        ),
        new("linkedin.feed", "webp 1200x627", Red, "WebP; LinkedIn feed accepts JPEG, PNG or GIF. Export it as JPEG."),
        new("pinterest.pin", "png 1000x1500", Green),
        new("pinterest.pin", "jpeg 4000x6000 20MB", Green),
        new("pinterest.pin", "jpeg 1500x1500", Amber, "1500 × 1500; Pinterest Pins recommend 1000 × 1500. Crop to 2:3."),
        new(
            "pinterest.pin",
            "jpeg 800x1200",
            Amber,
            "800 × 1200; Pinterest Pins recommend 1000 × 1500. Export it at 1000 × 1500 or larger."
        ),
        new("pinterest.pin", "gif 1000x1500", Red, "GIF; Pinterest Pins accept JPEG or PNG. Export it as JPEG."),
        new("youtube.thumbnail", "png 3840x2160", Green),
        new(
            "youtube.thumbnail",
            "jpeg 1280x720",
            Amber,
            "1280 × 720; YouTube thumbnails recommend 3840 × 2160. Export it at 3840 × 2160 or larger."
        ),
        new("youtube.thumbnail", "jpeg 639x360", Red, "639 × 360; YouTube thumbnails need at least 640 pixels in width. Export it larger."),
        new("youtube.thumbnail", "jpeg 3840x2160 2.1MB", Red, "2.1 MB; YouTube thumbnails accept at most 2 MB. Export it smaller."),
        new("threads.post", "png 320x320", Green),
        new("threads.post", "jpeg 6000x4000 8MB", Green),
        new("threads.post", "jpeg 319x400", Amber, "319 × 400; Threads recommends at least 320 pixels in width. Export it larger."),
        new("threads.post", "jpeg 400x4100", Red, "400 × 4100 (1:10.25); Threads accepts 1:10 to 10:1. Crop to 1:10."),
        new("bluesky.post", "webp 1x1", Green),
        new("bluesky.post", "gif 100x100 2MB", Green),
        new("bluesky.post", "png 100x100 2000001B", Red, "2.1 MB; Bluesky accepts at most 2 MB. Export it smaller."),
        new("mastodon.post", "webp 5760x5760", Green),
        new("mastodon.post", "gif 1280x720 animated", Green),
        new("mastodon.post", "gif 1280x721 animated", Red, "1280 × 721 (922,880 pixels); Mastodon accepts at most 921,600 pixels. Resize."),
        new("mastodon.post", "jpeg 5761x5760", Red, "5761 × 5760 (33,183,360 pixels); Mastodon accepts at most 33,177,600 pixels. Resize."),
        new("mastodon.post", "jpeg 100x100 16777217B", Red, "16.8 MB; Mastodon accepts at most 16.7 MB. Export it smaller."),
    ];

    public static readonly IReadOnlyList<BadgeCase> Videos =
    [
        new("instagram.carousel_item", "mov 1080x1440 hevc 60s", Green),
        new("instagram.carousel_item", "webm 1080x1440", Red, "WebM; Instagram carousel videos accept MP4 or MOV. Export it as MP4."),
        new(
            "instagram.carousel_item",
            "mp4 1080x1440 vp9",
            Red,
            "VP9; Instagram carousel videos accept H.264 or HEVC. Export it with H.264."
        ),
        new(
            "instagram.carousel_item",
            "mp4 1080x1920",
            Red,
            "1080 × 1920 (9:16); Instagram carousel videos accept 3:4 to 16:9. Crop to 3:4."
        ),
        new("instagram.reel", "mp4 1080x1920", Green),
        new("instagram.reel", "mov 1080x1920 hevc 900s 300MB silent", Green),
        new(
            "instagram.reel",
            "mp4 1080x1080",
            Amber,
            "1080 × 1080; Instagram Reels recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("instagram.reel", "mp4 1920x1920", Amber, "1920 × 1920; Instagram Reels recommend 1080 × 1920. Crop to 9:16."),
        new(
            "instagram.reel",
            "mp4 1920x1080",
            Amber,
            "1920 × 1080; Instagram Reels recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new(
            "instagram.reel",
            "mp4 720x1280",
            Amber,
            "720 × 1280; Instagram Reels recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("instagram.reel", "mp4 2160x3840", Red, "2160 × 3840; Instagram Reels accept at most 1,920 pixels in width. Resize."),
        new("instagram.reel", "mp4 1080x1920 2.94s", Red, "2.9 s; Instagram Reels need at least 3 s. Choose a longer video."),
        new("instagram.reel", "mp4 1080x1920 900.01s", Red, "15 min 0.1 s; Instagram Reels accept at most 15 min. Trim it."),
        new(
            "instagram.reel",
            "mp4 1080x1920 15fps",
            Red,
            "15 frames a second; Instagram Reels need at least 23 frames a second. Export it with more frames a second."
        ),
        new(
            "instagram.reel",
            "mp4 1080x1920 120fps",
            Red,
            "120 frames a second; Instagram Reels accept at most 60 frames a second. Export it with fewer frames a second."
        ),
        new("instagram.reel", "mov 1080x1920 pcm_s16le", Red, "PCM sound; Instagram Reels accept AAC sound. Export it with AAC sound."),
        new("instagram.reel", "mov 1080x1920 prores", Red, "ProRes; Instagram Reels accept H.264 or HEVC. Export it with H.264."),
        new("instagram.story", "mp4 1080x1920 60s 100MB", Green),
        new(
            "instagram.story",
            "mp4 1080x1350",
            Amber,
            "1080 × 1350; Instagram Stories recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("instagram.story", "mp4 1080x1920 61s", Red, "1 min 1 s; Instagram Stories accept at most 1 min. Trim it."),
        new("tiktok.video", "webm 1080x1920 vp9 opus", Green),
        new("tiktok.video", "mp4 2160x3840 hevc", Green),
        new(
            "tiktok.video",
            "mp4 1920x1080",
            Amber,
            "1920 × 1080; TikTok videos recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("tiktok.video", "mp4 359x640", Red, "359 × 640; TikTok videos need at least 360 × 360. Export it larger."),
        new("tiktok.video", "mp4 1080x1920 av1", Red, "AV1; TikTok videos accept H.264, HEVC, VP8 or VP9. Export it with H.264."),
        new("tiktok.video", "mp4 2400x4200", Red, "2400 × 4200; TikTok videos accept at most 4096 × 4096. Resize."),
        new("facebook.feed", "mp4 1280x720", Green),
        new("facebook.feed", "mp4 1080x1920", Green),
        new("facebook.feed", "mov 720x1280 prores", Green),
        new("facebook.feed", "mp4 405x720", Amber, "405 × 720; Facebook feed recommends 1280 × 720. Export it at 1280 × 720 or larger."),
        new("facebook.feed", "webm 1280x720", Amber, "WebM; Facebook feed recommends MP4 or MOV. Export it as MP4."),
        new("facebook.feed", "mp4 1280x720 14401s", Red, "4 h 1 s; Facebook feed accepts at most 4 h. Trim it."),
        new(
            "facebook.feed",
            "mp4 1280x720 59.94fps",
            Red,
            "59.94 frames a second; Facebook feed accepts at most 30 frames a second. Export it with fewer frames a second."
        ),
        new("facebook.reel", "mp4 1080x1920 90s", Green),
        new("facebook.reel", "mp4 1080x1920 23.976fps", Green),
        new("facebook.reel", "mp4 540x960", Amber, "540 × 960; Facebook Reels recommend 1080 × 1920. Export it at 1080 × 1920 or larger."),
        new("facebook.reel", "mp4 1080x1920 opus", Amber, "Opus sound; Facebook Reels recommend AAC sound. Export it with AAC sound."),
        new("facebook.reel", "mov 1080x1920", Red, "MOV; Facebook Reels accept MP4. Export it as MP4."),
        new("facebook.reel", "mp4 1080x1080", Red, "1080 × 1080 (1:1); Facebook Reels accept 9:16. Crop to 9:16."),
        new("facebook.story", "mp4 1080x1920 60s", Green),
        new(
            "facebook.story",
            "mp4 720x1280",
            Amber,
            "720 × 1280; Facebook Stories recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("facebook.story", "mp4 1080x1920 60.04s", Red, "1 min 0.1 s; Facebook Stories accept at most 1 min. Trim it."),
        new("x.post", "mp4 1280x720 140s", Green),
        new("x.post", "mov 720x1280", Green),
        new("x.post", "mp4 720x720", Green),
        new("x.post", "mp4 1024x1280", Green),
        new(
            "x.post",
            "mp4 640x360",
            Amber,
            "640 × 360; X recommends 1280 × 720, 720 × 1280 or 720 × 720. Export it at 1280 × 720 or larger."
        ),
        new(
            "x.post",
            "mp4 405x720",
            Amber,
            "405 × 720; X recommends 1280 × 720, 720 × 1280 or 720 × 720. Export it at 720 × 1280 or larger."
        ),
        new("x.post", "mp4 1080x1920", Amber, "1080 × 1920; X recommends at most 1280 × 1024 in either orientation. Resize."),
        new("x.post", "mp4 1280x720 hevc", Amber, "HEVC; X recommends H.264. Export it with H.264."),
        new("x.post", "mp4 1280x720 141s", Red, "2 min 21 s; X accepts at most 2 min 20 s. Trim it."),
        new("x.post", "mp4 30x64", Red, "30 × 64; X needs at least 32 × 32. Export it larger."),
        new("linkedin.feed", "mp4 1920x1080 600s", Green),
        new("linkedin.feed", "mp4 1920x1080 1800s", Amber, "30 min; LinkedIn feed recommends at most 10 min. Trim it."),
        new("linkedin.feed", "mp4 1920x1080 1801s", Red, "30 min 1 s; LinkedIn feed accepts at most 30 min. Trim it."),
        new("linkedin.feed", "mp4 1920x1080 74999B", Red, "74 kB; LinkedIn feed needs at least 75 kB. Export it in a higher quality."),
        new("linkedin.feed", "mp4 255x144", Red, "255 × 144; LinkedIn feed needs at least 256 × 144. Export it larger."),
        new("pinterest.pin", "mp4 1000x1500 hevc", Green),
        new("pinterest.pin", "mp4 1000x1500 3.9s", Red, "3.9 s; Pinterest Pins need at least 4 s. Choose a longer video."),
        new("pinterest.pin", "mp4 1000x1500 vp9", Red, "VP9; Pinterest Pins accept H.264 or HEVC. Export it with H.264."),
        new("youtube.video", "webm 1920x1080 vp9 opus", Green),
        new("youtube.video", "mov 320x180", Green),
        new("youtube.video", "mp4 1080x1920", Amber, "1080 × 1920 (9:16); YouTube videos recommend 16:9. Crop to 16:9."),
        new("youtube.video", "mp4 1920x1080 43201s", Red, "12 h 1 s; YouTube videos accept at most 12 h. Trim it."),
        new("youtube.short", "mp4 1080x1920 180s", Green),
        new(
            "youtube.short",
            "mp4 1080x1080",
            Amber,
            "1080 × 1080; YouTube Shorts recommend 1080 × 1920. Export it at 1080 × 1920 or larger."
        ),
        new("youtube.short", "mp4 1920x1080", Red, "1920 × 1080 (16:9); YouTube Shorts accept 1:1 or narrower. Crop to 1:1."),
        new("youtube.short", "mp4 1080x1920 256000000001B", Red, "256.1 GB; YouTube Shorts accept at most 256 GB. Export it smaller."),
        new("threads.post", "mp4 1080x1920 300s", Green),
        new("threads.post", "mp4 1080x1350", Amber, "1080 × 1350 (4:5); Threads recommends 9:16. Crop to 9:16."),
        new("threads.post", "mp4 1080x1920 301s", Red, "5 min 1 s; Threads accepts at most 5 min. Trim it."),
        new("bluesky.post", "mp4 1000x3000 600s 300MB", Green),
        new("bluesky.post", "mov 1080x1920", Red, "MOV; Bluesky accepts MP4. Export it as MP4."),
        new("bluesky.post", "mp4 1080x1920 0.5s", Red, "0.5 s; Bluesky needs at least 1 s. Choose a longer video."),
        new("mastodon.post", "webm 3840x2160 120fps vp9 opus", Green),
        new("mastodon.post", "mp4 3840x2161", Red, "3840 × 2161 (8,298,240 pixels); Mastodon accepts at most 8,294,400 pixels. Resize."),
        new("mastodon.post", "mp4 1080x1920 103.9MB", Red, "103.9 MB; Mastodon accepts at most 103.8 MB. Export it smaller."),
    ];

    public static IEnumerable<BadgeCase> All => Pictures.Concat(Videos);
}
