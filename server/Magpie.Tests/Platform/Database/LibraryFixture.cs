using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Database;

/// <summary>Puts assets into the database of a test app without files, and asks the queries directly.</summary>
internal sealed class LibraryFixture(TestApp app)
{
    private DateTime next = new(2021, 3, 30, 22, 0, 0, DateTimeKind.Utc);

    public Guid OwnerId { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public Guid GroupId { get; private set; }

    public async Task OpenAsync()
    {
        await UseAsync(async db =>
        {
            var group = await db.Groups.OrderBy(g => g.Id).FirstAsync();
            (OwnerId, WorkspaceId, GroupId) = (await db.Users.Select(u => u.Id).SingleAsync(), group.WorkspaceId, group.Id);
            return 0;
        });
    }

    public async Task<T> UseAsync<T>(Func<MagpieDbContext, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MagpieDbContext>());
    }

    /// <summary>From how many rows on a name is found by its index; the default is more than any test has.</summary>
    public int FewEnough { get; set; } = 5_000;

    public Task<List<long>> FindAsync(AssetCriteria criteria, long below = AssetPosition.Top, int skip = 0, int take = 1_000) =>
        UseAsync(db =>
            new AssetSearch(db, app.Services.GetRequiredService<PathSizeCache>(), FewEnough).FindAsync(
                criteria,
                below,
                skip,
                take,
                CancellationToken.None
            )
        );

    public Task<List<MonthKindCount>> CountAsync(AssetCriteria criteria) =>
        UseAsync(db =>
            new AssetSearch(db, app.Services.GetRequiredService<PathSizeCache>(), FewEnough).CountAsync(criteria, CancellationToken.None)
        );

    /// <summary>Not saved. Each comes a day and a bit after the one before, so that they reach over many months.</summary>
    public Asset NewAsset(
        string name,
        MediaKind kind = MediaKind.Image,
        AssetStatus status = AssetStatus.Ready,
        AssetOrigin origin = AssetOrigin.Upload,
        long fits = 0,
        Guid? groupId = null
    )
    {
        next = next.AddHours(31);
        var id = Guid.CreateVersion7(new(next, TimeSpan.Zero));
        var asset = new Asset
        {
            Id = id,
            Position = AssetPosition.Of(next, id),
            WorkspaceId = WorkspaceId,
            GroupId = groupId ?? GroupId,
            CreatedById = OwnerId,
            CreatedAt = next,
            Origin = origin,
            Name = name,
            Kind = kind,
            Format = kind is MediaKind.Image ? MediaFormat.Jpeg : MediaFormat.Mp4,
            Bytes = 1_000,
            Sha256 = id.ToString("n") + id.ToString("n"),
            OriginalKey = $"originals/{id:n}",
            StartsAsDraft = status is AssetStatus.Draft,
        };
        asset.Fits = new(0, fits, fits);
        switch (status)
        {
            case AssetStatus.Ready or AssetStatus.Draft:
                asset.BecomeUnderstood(new(640, 480, null, null, null, null, false, null, null), [], []);
                break;
            case AssetStatus.Failed:
                while (asset.Status is AssetStatus.Processing)
                {
                    asset.BeginProcessing(next);
                    asset.MissAttempt(new("file-unreadable", "It could not be read."), next);
                }

                break;
        }

        return asset;
    }

    /// <summary>As of now: what has lain in the trash for a month is taken away by the app.</summary>
    public static Task<List<long>> TrashAsync(MagpieDbContext db, IReadOnlyCollection<long> positions) =>
        db.UpdateReturningAsync(
            "UPDATE \"Assets\" SET \"TrashedAt\" = {0} WHERE \"TrashedAt\" IS NULL AND \"Position\" IN (:positions) RETURNING "
                + "\"Position\" AS \"Value\"",
            positions,
            [SqlDialect.Of(db).Moment(TimeProvider.System.GetUtcNow().UtcDateTime)],
            CancellationToken.None
        );

    public static Post NewPost(Profile profile, params IEnumerable<Asset> assets)
    {
        var post = new Post
        {
            GroupId = profile.GroupId,
            ProfileId = profile.Id,
            CreatedById = Guid.Empty,
            State = PostState.Published,
            CreatedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        post.Assets.AddRange(
            assets.Select(
                (asset, ordinal) =>
                    new PostAsset
                    {
                        PostId = post.Id,
                        Ordinal = ordinal,
                        Position = asset.Position,
                        ProfileId = profile.Id,
                    }
            )
        );
        return post;
    }
}
