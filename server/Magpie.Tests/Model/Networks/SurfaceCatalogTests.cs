using Magpie.Core.Networks;
using Magpie.Model.Networks;

namespace Magpie.Tests.Model.Networks;

public sealed class SurfaceCatalogTests
{
    private static readonly SurfaceCatalog Catalog = NetworkRules.Load(null);

    [Fact]
    public void The_number_of_a_surface_never_changes()
    {
        Assert.Equal(
            "instagram.feed instagram.carousel_item instagram.reel instagram.story tiktok.video tiktok.photo facebook.feed "
                + "facebook.reel facebook.story "
                + "x.post x.gif linkedin.feed pinterest.pin youtube.video youtube.short youtube.thumbnail threads.post bluesky.post "
                + "mastodon.post",
            string.Join(' ', Catalog.Surfaces.Select(surface => surface.Key))
        );
        Assert.Equal(Enumerable.Range(0, 19), Catalog.Surfaces.Select(surface => surface.Number));
    }

    [Fact]
    public void Numbers_and_version_do_not_depend_on_the_order_of_the_rules()
    {
        var reversed = new SurfaceCatalog(Catalog.Rules.Reverse());

        Assert.Equal(Catalog.Surfaces, reversed.Surfaces);
        Assert.Equal(Catalog.RulesVersion, reversed.RulesVersion);
    }

    [Fact]
    public void The_version_changes_with_a_figure_and_not_with_a_note()
    {
        var first = Catalog.Rules[0];

        Assert.NotEqual(Catalog.RulesVersion, new SurfaceCatalog([first with { MaxBytes = 1 }, .. Catalog.Rules.Skip(1)]).RulesVersion);
        Assert.NotEqual(
            Catalog.RulesVersion,
            new SurfaceCatalog([first with { Formats = ["png"] }, .. Catalog.Rules.Skip(1)]).RulesVersion
        );
        Assert.NotEqual(Catalog.RulesVersion, new SurfaceCatalog(Catalog.Rules.Skip(1)).RulesVersion);
        Assert.Equal(
            Catalog.RulesVersion,
            new SurfaceCatalog([first with { Note = "", Sources = ["?"] }, .. Catalog.Rules.Skip(1)]).RulesVersion
        );
        Assert.Matches("^[0-9a-f]{16}$", Catalog.RulesVersion);
    }

    [Fact]
    public void A_surface_is_found_by_its_key()
    {
        Assert.Equal("Instagram Reels", Catalog.Find("instagram.reel")!.Title);
        Assert.Null(Catalog.Find("instagram"));
        Assert.Null(Catalog.Find("Instagram.Reel"));
    }

    [Fact]
    public void The_tile_shows_the_worst_badge_over_the_chosen_surfaces()
    {
        var masks = Catalog.MasksOf(Files.Of("mp4 1920x1080"));

        Assert.Equal(Badge.Green, Worst(masks, "youtube.video"));
        Assert.Equal(Badge.Amber, Worst(masks, "youtube.video", "instagram.reel"));
        Assert.Equal(Badge.Red, Worst(masks, "youtube.video", "instagram.reel", "facebook.reel"));
        Assert.Null(Worst(masks, "instagram.feed", "youtube.thumbnail"));
        Assert.Null(Worst(masks));
    }

    [Fact]
    public void Over_platforms_the_best_place_for_a_post_counts_on_each()
    {
        var landscape = Catalog.MasksOf(Files.Of("mp4 1920x1080"));
        var picture = Catalog.MasksOf(Files.Of("png 1080x1350"));

        Assert.Equal(Badge.Green, Catalog.WorstOfNetworks(landscape, ["youtube", "facebook"]));
        Assert.Equal(Badge.Amber, Catalog.WorstOfNetworks(landscape, ["youtube", "instagram"]));
        Assert.Equal(Badge.Red, Catalog.WorstOfNetworks(picture, ["facebook", "instagram"]));
        Assert.Equal(Badge.Green, Catalog.WorstOfNetworks(picture, ["youtube", "facebook"]));
        Assert.Null(Catalog.WorstOfNetworks(picture, ["youtube"]));
        Assert.Null(Catalog.WorstOfNetworks(picture, []));
    }

    private static Badge? Worst(SurfaceMasks masks, params string[] surfaces) =>
        SurfaceCatalog.Worst(masks, surfaces.Select(key => Catalog.Find(key)!));
}
