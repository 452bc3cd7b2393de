using FsCheck;
using FsCheck.Fluent;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;

namespace Magpie.Tests.Platform.Database;

/// <summary>Whatever a query walks along, it finds what looking at each asset would find.</summary>
public sealed class FilterTests(FilterLibrary library) : IClassFixture<FilterLibrary>
{
    private static readonly string?[] Parts =
    [
        null,
        "berlin",
        "img_4",
        "季",
        "夏季",
        "%",
        "_",
        "\\",
        "\"",
        "🌞",
        "a",
        "no such",
        "final.png",
    ];

    private readonly LibraryFixture stage = library.Stage;

    [Theory]
    [InlineData(5_000)]
    [InlineData(3)]
    public void Every_combination_of_filters_finds_what_looking_at_each_asset_finds(int fewEnough) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(
                AnyCriteria(fewEnough),
                criteria =>
                {
                    var expected = Naively(criteria);
                    var found = stage.FindAsync(criteria).GetAwaiter().GetResult();
                    Assert.Equal(expected.Select(k => k.Asset.Position), found);
                }
            )
        );

    [Theory]
    [InlineData(5_000)]
    [InlineData(3)]
    public void Every_combination_of_filters_is_counted_by_month_and_kind(int fewEnough) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                AnyCriteria(fewEnough),
                criteria =>
                {
                    var expected = Naively(criteria)
                        .GroupBy(k => ((k.Asset.CreatedAt.Year * 100) + k.Asset.CreatedAt.Month, k.Asset.Kind))
                        .ToDictionary(g => g.Key, g => g.Count());
                    var counted = stage
                        .CountAsync(criteria)
                        .GetAwaiter()
                        .GetResult()
                        .Where(c => c.Count != 0)
                        .ToDictionary(c => (c.Month, c.Kind), c => c.Count);
                    Assert.Equal(expected.OrderBy(e => e.Key), counted.OrderBy(e => e.Key));
                }
            )
        );

    [Theory]
    [InlineData(5_000)]
    [InlineData(3)]
    public void Pages_and_skipping_go_through_every_combination_without_a_gap(int fewEnough) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100),
            Prop.ForAll(
                AnyCriteria(fewEnough),
                criteria =>
                {
                    var expected = Naively(criteria).Select(k => k.Asset.Position).ToList();
                    List<long> walked = [];
                    for (
                        var below = AssetPosition.Top;
                        stage.FindAsync(criteria, below, take: 7).GetAwaiter().GetResult() is { Count: > 0 } page;
                        below = page[^1]
                    )
                    {
                        walked.AddRange(page);
                    }

                    Assert.Equal(expected, walked);
                    Assert.Equal(expected.Skip(5).Take(9), stage.FindAsync(criteria, skip: 5, take: 9).GetAwaiter().GetResult());
                }
            )
        );

    private Arbitrary<AssetCriteria> AnyCriteria(int fewEnough)
    {
        library.Stage.FewEnough = fewEnough;
        return (
            from trashed in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            from kind in Sometimes([MediaKind.Image, MediaKind.Video])
            from status in Sometimes(Enum.GetValues<AssetStatus>())
            from part in Gen.Elements(Parts)
            from labels in Gen.SubListOf(library.Labels.ToArray())
            from starred in Gen.Elements(false, false, true)
            from usage in Sometimes([Usage.Used, Usage.Unused])
            from profile in Gen.Elements<Profile?>([null, .. library.Profiles])
            from usedOnNetwork in Gen.Elements<Network?>(null, null, Network.Tiktok)
            from origin in Sometimes([AssetOrigin.Upload, AssetOrigin.Ai])
            from fits in Gen.Elements<long?>(null, null, 1, 2)
            select new AssetCriteria
            {
                GroupId = stage.GroupId,
                Trashed = trashed,
                Kind = kind,
                Status = status,
                NamePart = part,
                Labels = [.. labels.Take(2)],
                StarredBy = starred ? stage.OwnerId : null,
                Usage = usage,
                ProfileId = profile?.Id,
                UsedOnNetwork = usedOnNetwork,
                Origin = origin,
                Fits = fits,
            }
        ).ToArbitrary();
    }

    private static Gen<T?> Sometimes<T>(T[] values)
        where T : struct => Gen.Frequency((3, Gen.Constant<T?>(null)), (2, Gen.Elements(values).Select(value => (T?)value)));

    private IEnumerable<KnownAsset> Naively(AssetCriteria criteria) =>
        library
            .Assets.Where(k =>
                k.Trashed == criteria.Trashed
                && (criteria.Kind is null || k.Asset.Kind == criteria.Kind)
                && (criteria.Status is null || k.Asset.Status == criteria.Status)
                && (criteria.NamePart is null || k.Asset.SearchName.Contains(criteria.NamePart, StringComparison.Ordinal))
                && criteria.Labels.All(wanted => k.Labels.Any(label => label.Id == wanted.Id))
                && (criteria.StarredBy is null || k.Starred)
                && (
                    criteria.Usage is null
                    || (k.Posts.Any(p => criteria.ProfileId is null || p.Id == criteria.ProfileId) == (criteria.Usage is Usage.Used))
                )
                && (criteria.UsedOnNetwork is null || k.Posts.Any(p => p.Network == criteria.UsedOnNetwork))
                && (criteria.Origin is null || k.Asset.Origin == criteria.Origin)
                && (criteria.Fits is null || (k.Asset.FitsUsable & criteria.Fits) != 0)
            )
            .OrderByDescending(k => k.Asset.Position);
}
