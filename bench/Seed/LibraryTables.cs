using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Uploads;

namespace Magpie.Bench.Seed;

/// <summary>Which rows an asset is made of.</summary>
internal sealed class LibraryTables(RowWriter rows, Installation home)
{
    private const int FirstLabel = 1_000_000;
    private static readonly Network[] Networks = [Network.Instagram, Network.Tiktok, Network.Linkedin];
    private readonly Guid[] profiles = [.. Networks.Select((_, index) => IdOf(0xA0, index))];
    private int posts;
    private long bytes;

    public void AddLabelsAndProfiles()
    {
        rows.Begin();
        rows.Add(
            "Labels: Id GroupId Name SearchName CreatedAt",
            SeededLabels.Names.Select(
                (name, index) => new object?[] { (long)(FirstLabel + index), home.GroupId, name, Label.Identify(name), home.End }
            )
        );
        rows.Add(
            "Profiles: Id GroupId Network Handle CreatedAt",
            profiles.Select((id, index) => new object?[] { id, home.GroupId, Networks[index], "magpie", home.End })
        );
        rows.Commit();
    }

    public void Add(IReadOnlyCollection<SeededAsset> assets)
    {
        rows.Begin();
        rows.Add(
            "Assets: Position Id WorkspaceId GroupId CreatedById CreatedAt Origin Name SearchName Kind Format Bytes Sha256 "
                + "OriginalKey Note NoteChangedAt NoteChangedById "
                + "StartsAsDraft Width Height DurationSeconds FrameRate VideoCodec AudioCodec Animated CapturedAt Camera FitsIdeal "
                + "FitsUsable FitsJudged Placeholder Status Failure Attempts",
            assets.Select(RowOf)
        );
        rows.Add(
            "Renditions: AssetId Kind BlobKey MediaType Width Height Bytes Version",
            assets
                .Where(IsUnderstood)
                .SelectMany(a =>
                    a.Template.Renditions.Select(r =>
                        new object?[] { a.Id, r.Kind, r.BlobKey, r.MediaType, r.Width, r.Height, r.Bytes, r.Version }
                    )
                )
        );
        rows.Add(
            "AssetLabels: LabelId Position",
            assets.SelectMany(a => a.Labels.Select(label => new object?[] { (long)(FirstLabel + label), a.Position }))
        );
        rows.Add("Stars: UserId Position", assets.Where(a => a.Starred).Select(a => new object?[] { home.OwnerId, a.Position }));
        AddPosts([.. assets.Where(a => a.Post is not null)]);
        rows.Commit();
        bytes += assets.Sum(a => a.Template.Bytes);
    }

    public void Finish()
    {
        rows.Execute("UPDATE \"Workspaces\" SET \"StorageBytes\" = \"StorageBytes\" + @p0 WHERE \"Id\" = @p1", bytes, home.WorkspaceId);
        rows.Finish();
    }

    private static bool IsUnderstood(SeededAsset asset) => asset.Status is AssetStatus.Ready or AssetStatus.Draft;

    private static Guid IdOf(byte kind, int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, kind);

    private object?[] RowOf(SeededAsset asset)
    {
        var file = asset.Template;
        var known = IsUnderstood(asset);
        return
        [
            asset.Position,
            asset.Id,
            home.WorkspaceId,
            home.GroupId,
            home.OwnerId,
            asset.CreatedAt,
            asset.Origin,
            asset.Name,
            FileNames.ForSearch(asset.Name),
            file.Kind,
            file.Format,
            file.Bytes,
            file.Sha256,
            file.OriginalKey,
            asset.Note,
            asset.Note is null ? null : asset.CreatedAt,
            asset.Note is null ? null : home.OwnerId,
            asset.Status is AssetStatus.Draft,
            known ? file.Width : null,
            known ? file.Height : null,
            known ? file.DurationSeconds : null,
            known ? file.FrameRate : null,
            known ? file.VideoCodec : null,
            known ? file.AudioCodec : null,
            known && file.Animated,
            known ? asset.CreatedAt.AddHours(-3) : null,
            known ? file.Camera : null,
            known ? file.FitsIdeal : 0L,
            known ? file.FitsUsable : 0L,
            known ? file.FitsJudged : 0L,
            known ? file.Placeholder : null,
            asset.Status,
            asset.Status is AssetStatus.Failed ? "The file ends too early; it may not have been copied completely. Upload it again." : null,
            0,
        ];
    }

    private void AddPosts(IReadOnlyCollection<SeededAsset> held)
    {
        var started = held.Where(a => a.Post >= posts).DistinctBy(a => a.Post).ToList();
        rows.Add(
            "Posts: Id GroupId ProfileId CreatedById State ScheduledAt CreatedAt",
            started.Select(a =>
                new object?[]
                {
                    IdOf(0xB0, a.Post!.Value),
                    home.GroupId,
                    ProfileOf(a.Post.Value),
                    home.OwnerId,
                    a.Post % 10 == 0 ? PostState.Draft : PostState.Published,
                    a.CreatedAt.AddDays(2),
                    a.CreatedAt,
                }
            )
        );
        rows.Add(
            "PostAssets: PostId Ordinal Position ProfileId",
            held.GroupBy(a => a.Post!.Value)
                .SelectMany(post => post.Select(a => new object?[] { IdOf(0xB0, post.Key), OrdinalOf(a), a.Position, ProfileOf(post.Key) }))
        );
        posts += started.Count;
    }

    // A post may reach from one batch into the next.
    private int OrdinalOf(SeededAsset asset)
    {
        ordinal = asset.Post == lastPost ? ordinal + 1 : 0;
        lastPost = asset.Post;
        return ordinal;
    }

    private int? lastPost;
    private int ordinal;

    private Guid ProfileOf(int post) => profiles[post % profiles.Length];
}
