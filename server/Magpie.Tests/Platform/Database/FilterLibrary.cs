using Magpie.Core.Labels;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Platform.Database;

/// <summary>300 assets of every kind, with labels, stars, posts and some in the trash.</summary>
public sealed class FilterLibrary : TestApp
{
    private static readonly string[] Names =
    [
        "IMG_4821.JPG",
        "Summer campaign Berlin 03 final.png",
        "夏季新品.jpg",
        "100%_off \\ \"x\".png",
        "🌞 Sunny.mp4",
        "a.gif",
    ];

    private readonly List<KnownAsset> assets = [];
    private readonly List<Label> labels = [];
    private readonly List<Profile> profiles = [];

    public FilterLibrary() => Stage = new(this);

    internal LibraryFixture Stage { get; }
    internal IReadOnlyList<KnownAsset> Assets => assets;
    internal IReadOnlyList<Label> Labels => labels;
    internal IReadOnlyList<Profile> Profiles => profiles;

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await Stage.OpenAsync();
        // What the start judges anew would not keep what is made up below.
        await ApiUser.WaitForAsync(
            () => Stage.UseAsync(db => db.InstallationSettings.AnyAsync(setting => setting.Name == InstallationSetting.RulesVersion)),
            isJudged => isJudged
        );
        var random = new Random(7);
        await Stage.UseAsync(async db =>
        {
            labels.AddRange(
                await db.EnsureLabelsAsync(
                    Stage.GroupId,
                    ["everywhere", "often", "seldom", "never"],
                    new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                    CancellationToken.None
                )
            );
            profiles.AddRange(
                new[] { Network.Instagram, Network.Tiktok }.Select(network => new Profile
                {
                    GroupId = Stage.GroupId,
                    Network = network,
                    Handle = "magpie",
                    CreatedAt = new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                })
            );
            db.Profiles.AddRange(profiles);
            for (var number = 0; number < 300; number++)
            {
                var asset = Stage.NewAsset(
                    Names[random.Next(Names.Length)],
                    random.Next(4) == 0 ? MediaKind.Video : MediaKind.Image,
                    (AssetStatus)random.Next(4),
                    (AssetOrigin)Math.Max(0, random.Next(8) - 3),
                    random.Next(4)
                );
                var carried = labels
                    .Where(label =>
                        label.Name switch
                        {
                            "everywhere" => true,
                            "often" => random.Next(3) == 0,
                            "seldom" => random.Next(40) == 0,
                            _ => false,
                        }
                    )
                    .ToList();
                var posts = profiles.SelectMany(profile => Enumerable.Repeat(profile, Math.Max(0, random.Next(8) - 5))).ToList();
                var known = new KnownAsset(asset, carried, random.Next(5) == 0, posts, random.Next(8) == 0);
                assets.Add(known);
                db.Assets.Add(asset);
                db.AssetLabels.AddRange(carried.Select(label => new AssetLabel { LabelId = label.Id, Position = asset.Position }));
                db.Posts.AddRange(posts.Select(profile => LibraryFixture.NewPost(profile, asset)));
                if (known.Starred)
                {
                    db.Stars.Add(new() { UserId = Stage.OwnerId, Position = asset.Position });
                }
            }

            await db.SaveChangesAsync();
            return await LibraryFixture.TrashAsync(db, [.. assets.Where(k => k.Trashed).Select(k => k.Asset.Position)]);
        });
        var counted = await Stage.UseAsync(db => db.FindLabelsAsync(Stage.GroupId, labels.Select(l => l.Name), CancellationToken.None));
        labels.Clear();
        labels.AddRange(counted);
    }
}

internal sealed record KnownAsset(Asset Asset, IReadOnlyList<Label> Labels, bool Starred, IReadOnlyList<Profile> Posts, bool Trashed);
