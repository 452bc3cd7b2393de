using FsCheck;
using FsCheck.Fluent;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Database;

/// <summary>Whatever a query walks along, it finds what looking at each asset would find.</summary>
public sealed class FilterTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly string[] Names = ["IMG_4821.JPG", "Summer campaign Berlin 03 final.png", "夏季新品.jpg", "100%_off \\ \"x\".png", "🌞 Sunny.mp4", "a.gif"];
    private static readonly string?[] Parts = [null, "berlin", "img_4", "季", "夏季", "%", "_", "\\", "\"", "🌞", "a", "no such", "final.png"];
    private static readonly List<Known> Everything = [];
    private static readonly List<Label> AllLabels = [];
    private static readonly List<Profile> Profiles = [];
    private static readonly SemaphoreSlim Once = new(1, 1);

    private readonly LibraryStage stage = new(app);

    public async ValueTask InitializeAsync()
    {
        await stage.OpenAsync();
        await Once.WaitAsync();
        try
        {
            if (Everything.Count == 0)
            {
                await FillAsync();
            }
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_combination_of_filters_finds_what_looking_at_each_asset_finds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(AnyCriteria(), criteria =>
        {
            var expected = Naively(criteria);
            var found = stage.FindAsync(criteria).GetAwaiter().GetResult();
            Assert.Equal(expected.Select(k => k.Asset.Position), found);
        }));

    [Fact]
    public void Every_combination_of_filters_is_counted_by_month_and_kind() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(AnyCriteria(), criteria =>
        {
            var expected = Naively(criteria).GroupBy(k => ((k.Asset.CreatedAt.Year * 100) + k.Asset.CreatedAt.Month, k.Asset.Kind)).ToDictionary(g => g.Key, g => g.Count());
            var counted = stage.CountAsync(criteria).GetAwaiter().GetResult().Where(c => c.Count != 0).ToDictionary(c => (c.Month, c.Kind), c => c.Count);
            Assert.Equal(expected.OrderBy(e => e.Key), counted.OrderBy(e => e.Key));
        }));

    [Fact]
    public void Pages_and_skipping_go_through_every_combination_without_a_gap() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(AnyCriteria(), criteria =>
        {
            var expected = Naively(criteria).Select(k => k.Asset.Position).ToList();
            List<long> walked = [];
            for (var below = AssetPosition.Top; stage.FindAsync(criteria, below, take: 7).GetAwaiter().GetResult() is { Count: > 0 } page; below = page[^1])
            {
                walked.AddRange(page);
            }

            Assert.Equal(expected, walked);
            Assert.Equal(expected.Skip(5).Take(9), stage.FindAsync(criteria, skip: 5, take: 9).GetAwaiter().GetResult());
        }));

    private async Task FillAsync()
    {
        var random = new Random(7);
        await stage.UseAsync(async db =>
        {
            AllLabels.AddRange(await db.EnsureLabelsAsync(stage.GroupId, ["everywhere", "often", "seldom", "never"], new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc), CancellationToken.None));
            Profiles.AddRange(new[] { PlatformName.Instagram, PlatformName.Tiktok }.Select(platform => new Profile { GroupId = stage.GroupId, Platform = platform, Handle = "magpie", CreatedAt = new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc) }));
            db.Profiles.AddRange(Profiles);
            for (var number = 0; number < 300; number++)
            {
                var asset = stage.NewAsset(
                    Names[random.Next(Names.Length)], random.Next(4) == 0 ? MediaKind.Video : MediaKind.Image, (AssetStatus)random.Next(4), (AssetOrigin)Math.Max(0, random.Next(8) - 3), random.Next(4));
                var labels = AllLabels.Where(label => label.Name switch { "everywhere" => true, "often" => random.Next(3) == 0, "seldom" => random.Next(40) == 0, _ => false }).ToList();
                var posts = Profiles.SelectMany(profile => Enumerable.Repeat(profile, Math.Max(0, random.Next(8) - 5))).ToList();
                var known = new Known(asset, labels, random.Next(5) == 0, posts, random.Next(8) == 0);
                Everything.Add(known);
                db.Assets.Add(asset);
                db.AssetLabels.AddRange(labels.Select(label => new AssetLabel { LabelId = label.Id, Position = asset.Position }));
                db.Posts.AddRange(posts.Select(profile => LibraryStage.NewPost(profile, asset)));
                if (known.Starred)
                {
                    db.Stars.Add(new() { UserId = stage.OwnerId, Position = asset.Position });
                }
            }

            await db.SaveChangesAsync();
            var gone = Everything.Where(k => k.Trashed).Select(k => k.Asset.Position).ToList();
            return await db.ChangeAmongAsync("UPDATE \"Assets\" SET \"TrashedAt\" = \"CreatedAt\" WHERE \"Position\" IN (:positions) RETURNING \"Position\" AS \"Value\"", gone, [], CancellationToken.None);
        });
        var counted = await stage.UseAsync(db => db.FindLabelsAsync(stage.GroupId, AllLabels.Select(l => l.Name), CancellationToken.None));
        AllLabels.Clear();
        AllLabels.AddRange(counted);
    }

    private Arbitrary<AssetCriteria> AnyCriteria() => (
        from trashed in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from kind in Sometimes([MediaKind.Image, MediaKind.Video])
        from status in Sometimes(Enum.GetValues<AssetStatus>())
        from part in Gen.Elements(Parts)
        from labels in Gen.SubListOf(AllLabels)
        from starred in Gen.Elements(false, false, true)
        from usage in Sometimes([Usage.Used, Usage.Unused])
        from profile in Gen.Elements([null, .. Profiles])
        from heldOn in Gen.Elements<PlatformName?>(null, null, PlatformName.Tiktok)
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
            HeldOn = heldOn,
            Origin = origin,
            Fits = fits,
        }).ToArbitrary();

    private static Gen<T?> Sometimes<T>(T[] values)
        where T : struct => Gen.Frequency((3, Gen.Constant<T?>(null)), (2, Gen.Elements(values).Select(value => (T?)value)));

    private static IEnumerable<Known> Naively(AssetCriteria criteria) => Everything
        .Where(k => k.Trashed == criteria.Trashed
            && (criteria.Kind is null || k.Asset.Kind == criteria.Kind)
            && (criteria.Status is null || k.Asset.Status == criteria.Status)
            && (criteria.NamePart is null || k.Asset.SearchName.Contains(criteria.NamePart, StringComparison.Ordinal))
            && criteria.Labels.All(wanted => k.Labels.Any(label => label.Id == wanted.Id))
            && (criteria.StarredBy is null || k.Starred)
            && (criteria.Usage is null || (k.Posts.Any(p => criteria.ProfileId is null || p.Id == criteria.ProfileId) == (criteria.Usage is Usage.Used)))
            && (criteria.HeldOn is null || k.Posts.Any(p => p.Platform == criteria.HeldOn))
            && (criteria.Origin is null || k.Asset.Origin == criteria.Origin)
            && (criteria.Fits is null || (k.Asset.FitsUsable & criteria.Fits) != 0))
        .OrderByDescending(k => k.Asset.Position);

    private sealed record Known(Asset Asset, IReadOnlyList<Label> Labels, bool Starred, IReadOnlyList<Profile> Posts, bool Trashed);
}
