using Magpie.Core.Networks;
using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Tests.Model.Networks;

namespace Magpie.Tests.Model.Posts;

public sealed class PostChecklistTests
{
    private static readonly PostChecklist Checklist = new(NetworkRules.Load(null));
    private static readonly CheckedMedia Good = Media("jpeg 1080x1350");

    [Fact]
    public void A_post_that_is_as_it_should_be_says_so()
    {
        var lines = Check("instagram.feed", "Waves", Good);

        Assert.All(lines, line => Assert.Equal(CheckLevel.Met, line.Level));
        Assert.Contains(lines, line => line.Text == "5 of 2,200 characters.");
        Assert.Contains(lines, line => line.Text == "1 of 10 files.");
    }

    [Fact]
    public void Every_line_that_asks_for_something_says_what_to_do()
    {
        var lines = Check(
            "instagram.feed",
            new string('a', 2_201) + string.Concat(Enumerable.Range(0, 31).Select(i => $" #t{i}")),
            [Good, Media("jpeg 100x900"), Good with { AltText = null }]
        );

        Assert.All(
            lines.Where(line => line.Level is not CheckLevel.Met),
            line => Assert.False(string.IsNullOrWhiteSpace(line.Change), line.Text)
        );
    }

    [Fact]
    public void Bluesky_counts_a_link_as_its_app_shortens_it_and_the_line_says_so()
    {
        var link = $"https://www.example.com/{new string('a', 86)}";
        Assert.Equal(110, link.Length);

        var line = Assert.Single(Check("bluesky.post", $"{new string('x', 249)} {link}", Good), line => line.Code == "captionLength");
        Assert.Equal((CheckLevel.Met, "281 of 300 characters. Links count as Bluesky's app shortens them."), (line.Level, line.Text));
        Assert.Contains(
            Required(Check("bluesky.post", $"{new string('x', 299)} {link}", Good)),
            text => text.EndsWith("Links count as Bluesky's app shortens them.", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Check("bluesky.post", "no link", Good), line => line.Text.Contains("Links", StringComparison.Ordinal));

        // Nor do the bytes count that are not sent.
        Assert.Empty(Required(Check("bluesky.post", $"https://www.example.com/{new string('a', 3_000)}", Good)));
    }

    [Fact]
    public void Thirty_hashtags_and_a_keycap_are_thirty()
    {
        var tags = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"#tag{i}"));

        Assert.Contains(Check("instagram.feed", $"{tags} #\uFE0F\u20E3 *\uFE0F\u20E3", Good), line => line.Text == "30 of 30 hashtags.");
    }

    [Theory]
    [InlineData("", "No surface is chosen for this post.")]
    [InlineData("tiktok.photo", "No surface is chosen for this post.")]
    [InlineData("instagram.carousel_item", "No surface is chosen for this post.")]
    public void The_surface_is_one_of_the_platform_of_the_profile(string surface, string text) =>
        Assert.Equal([text], Required(Check(surface, "Hi", Good)));

    [Fact]
    public void A_post_without_media_cannot_be_planned() =>
        Assert.Equal(["A post needs at least one picture or video."], Required(Check("instagram.feed", "Hi")));

    [Fact]
    public void More_media_than_the_surface_takes_are_counted()
    {
        Assert.Empty(Required(Check("instagram.feed", "Hi", [.. Enumerable.Repeat(Good, 10)])));
        var line = Assert.Single(
            Check("instagram.feed", "Hi", [.. Enumerable.Repeat(Good, 12)]),
            line => line.Level is CheckLevel.Required
        );
        Assert.StartsWith("12 files; ", line.Text, StringComparison.Ordinal);
        Assert.Equal("Remove 2.", line.Change);
    }

    [Fact]
    public void A_crop_puts_a_wrong_shape_right()
    {
        var tall = Media("jpeg 1000x2000");
        Assert.NotEmpty(Required(Check("instagram.feed", "Hi", tall)));
        Assert.Empty(Required(Check("instagram.feed", "Hi", tall with { Crop = new(0, 0, 1, 0.5) })));
    }

    [Fact]
    public void A_crop_can_also_make_a_picture_too_small()
    {
        Assert.Empty(Required(Check("instagram.feed", "Hi", Media("jpeg 1080x1080"))));
        Assert.Contains(
            Check("instagram.feed", "Hi", Media("jpeg 1080x1080") with { Crop = new(0, 0, 0.1, 0.1) }),
            line => line.Level is not CheckLevel.Met && line.AssetId is not null
        );
    }

    [Fact]
    public void A_trim_puts_a_video_that_is_too_long_right()
    {
        var film = Media("mp4 1080x1920 1200s");
        Assert.NotEmpty(Required(Check("instagram.reel", "Hi", film)));
        Assert.Empty(Required(Check("instagram.reel", "Hi", film with { Trim = new(10, 40) })));
    }

    [Theory, InlineData("webp 1080x1350"), InlineData("png 1080x1350"), InlineData("gif 1080x1350")]
    public void A_format_that_the_surface_does_not_take_is_made_into_one_that_it_takes(string file) =>
        Assert.Empty(Required(Check("instagram.feed", "Hi", Media(file))));

    [Fact]
    public void A_picture_that_moves_loses_that_and_the_list_says_so() =>
        Assert.Contains(
            Check("instagram.feed", "Hi", Media("gif 1080x1350 animated")),
            line => line is { Level: CheckLevel.Recommended } && line.Text.Contains("its first picture only", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(AssetStatus.Draft, false, "is a draft")]
    [InlineData(AssetStatus.Processing, false, "is still being processed")]
    [InlineData(AssetStatus.Failed, false, "has failed")]
    [InlineData(AssetStatus.Ready, true, "is in the trash")]
    public void Media_that_cannot_be_published_block(AssetStatus status, bool trashed, string text) =>
        Assert.Contains(
            text,
            Assert.Single(Required(Check("instagram.feed", "Hi", Good with { Status = status, IsTrashed = trashed }))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Pictures_and_videos_go_together_only_where_the_platform_mixes_them()
    {
        CheckedMedia[] both = [Media("jpeg 1080x1080"), Media("mp4 1080x1080")];
        Assert.Empty(Required(Check("instagram.feed", "Hi", both)));
        Assert.Contains(
            Required(Check("facebook.feed", "Hi", both)),
            text => text.StartsWith("Pictures and videos together; ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_caption_is_measured_in_the_platforms_own_unit()
    {
        Assert.Empty(Required(Check("x.post", new string('海', 140), Good)));
        Assert.Equal(
            ["The caption has 282 characters as X counts; X accepts at most 280."],
            Required(Check("x.post", new string('海', 141), Good))
        );
        Assert.Empty(Required(Check("bluesky.post", string.Concat(Enumerable.Repeat("👍", 300)), Good)));
        Assert.Contains(
            Required(Check("bluesky.post", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👧", 200)), Good)),
            text => text.Contains("bytes", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Hashtags_of_caption_and_first_comment_are_counted_together()
    {
        var tags = string.Concat(Enumerable.Range(0, 16).Select(i => $"#t{i} "));

        Assert.Contains(
            Required(Check("instagram.feed", tags, [Good], firstComment: tags)),
            text => text.StartsWith("32 hashtags; ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_video_on_YouTube_needs_a_title_without_angle_brackets()
    {
        var film = Media("mp4 1920x1080");
        Assert.Single(Required(Check("youtube.video", "Hi", film)), text => text.EndsWith("a title.", StringComparison.Ordinal));
        Assert.Single(Required(Check("youtube.video", "Hi", [film], title: "a < b")));
        Assert.Single(Required(Check("youtube.video", "Hi", [film], title: new string('a', 101))));
        Assert.Empty(Required(Check("youtube.video", "Hi", [film], title: "Waves")));
    }

    [Fact]
    public void Nothing_is_planned_on_a_profile_that_is_archived()
    {
        var post = PostOf("instagram.feed", "Hi");
        var profile = ProfileOf("instagram.feed");
        profile.Archive(DateTime.UnixEpoch);

        Assert.Single(Checklist.Of(post, profile, [Good]), line => line.Level is CheckLevel.Required);
    }

    private static IReadOnlyList<ChecklistItem> Check(string surface, string caption, params CheckedMedia[] media) =>
        Check(surface, caption, media, title: null);

    private static IReadOnlyList<ChecklistItem> Check(
        string surface,
        string caption,
        CheckedMedia[] media,
        string? title = null,
        string? firstComment = null
    )
    {
        var post = PostOf(surface, caption);
        (post.Title, post.FirstComment) = (title, firstComment);
        return Checklist.Of(post, ProfileOf(surface is "" or "tiktok.photo" ? "instagram.feed" : surface), media);
    }

    private static Post PostOf(string surface, string caption) =>
        new()
        {
            GroupId = Guid.Empty,
            ProfileId = Guid.Empty,
            CreatedById = Guid.Empty,
            CreatedAt = DateTime.UnixEpoch,
            Surface = surface,
            Caption = caption,
        };

    private static Profile ProfileOf(string surface) =>
        new()
        {
            GroupId = Guid.Empty,
            Network = Enum.Parse<Network>(surface.Split('.')[0], ignoreCase: true),
            Handle = "magpie",
            CreatedAt = DateTime.UnixEpoch,
        };

    private static CheckedMedia Media(string words) =>
        new(Guid.NewGuid(), "waves", AssetStatus.Ready, IsTrashed: false, Files.Of(words), "Waves at dusk", Crop: null, Trim: null);

    private static List<string> Required(IEnumerable<ChecklistItem> lines) =>
        [.. lines.Where(line => line.Level is CheckLevel.Required).Select(line => line.Text)];
}
