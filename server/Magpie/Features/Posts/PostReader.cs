using Magpie.Core.Access;
using Magpie.Features.Posts.Publishing;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>Builds what the API shows of one post.</summary>
internal sealed class PostReader(MagpieDbContext db, PostMediaReader media, PostChecklist checklist)
{
    public async Task<PostDetails?> ReadAsync(Guid postId, Caller caller, CancellationToken ct, params IReadOnlyList<PostNotice?> notices)
    {
        if (
            await db.PostsOf(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, ct) is not { } post
            || await db.FindMembershipAsync(caller, post.GroupId, ct) is not { } member
        )
        {
            return null;
        }

        var profile = await db.Profiles.AsNoTracking().SingleAsync(p => p.Id == post.ProfileId, ct);
        var held = await media.ReadAsync(post.Id, ct);
        return await DetailsOfAsync(post, profile, held, member.Role.CanWrite(post, caller.UserId), notices, ct);
    }

    /// <summary>In the order in which they are asked for; those that the caller does not see are left out.</summary>
    public async Task<List<PostDetails>> ReadAllAsync(IEnumerable<Guid> postIds, Caller caller, CancellationToken ct)
    {
        var all = new List<PostDetails>();
        foreach (var id in postIds)
        {
            if (await ReadAsync(id, caller, ct) is { } post)
            {
                all.Add(post);
            }
        }

        return all;
    }

    /// <summary>A post that is not kept.</summary>
    public async Task<PostDetails> PreviewAsync(NewPost made, CancellationToken ct)
    {
        var details = await DetailsOfAsync(made.Post, made.Profile, made.Media, editable: true, [made.Time?.Notice], ct);
        return details with { Assets = [.. details.Assets.Select(asset => asset with { FileUrl = "" })] };
    }

    private async Task<PostDetails> DetailsOfAsync(
        Post post,
        Profile profile,
        List<PostMedia> held,
        bool editable,
        IReadOnlyList<PostNotice?> notices,
        CancellationToken ct
    )
    {
        var names = await db.NamesOfAsync([post.CreatedById, post.ChangedById ?? post.CreatedById], ct);
        return new(
            post.Id,
            post.GroupId,
            post.SetId,
            post.Own,
            PostProfile.Of(profile),
            post.State,
            post.Surface,
            post.SurfaceChosen,
            post.Title,
            post.Caption,
            post.FirstComment,
            post.LocalTime is { } local ? PostTime.Write(local) : null,
            post.TimeZone,
            post.LaterOccurrence,
            post.ScheduledAt,
            post.PublishedAt,
            post.PublishedUrl,
            post.Version,
            post.CreatedAt,
            Person(post.CreatedById),
            post.ChangedAt,
            post.ChangedById is { } editor ? Person(editor) : null,
            editable && !post.IsPublished,
            held.ConvertAll(one => DetailsOf(post, one, held.Count)),
            [.. notices.OfType<PostNotice>()]
        );

        PostPerson Person(Guid id) => new(id, names.GetValueOrDefault(id, ""));
    }

    private PostAssetDetails DetailsOf(Post post, PostMedia media, int count)
    {
        var (held, asset) = media;
        var order = PublishFileSpec.For(media, checklist.RuleFor(post.Surface, asset.Spec, count));
        return new(
            held.Ordinal,
            asset.Id,
            asset.Name,
            asset.Kind,
            asset.Format,
            asset.Width,
            asset.Height,
            asset.DurationSeconds,
            asset.Animated,
            asset.Status,
            asset.TrashedAt is not null,
            asset.Note,
            held.AltText,
            asset.AltText,
            held.Crop,
            held.Trim,
            media.Address(RenditionKind.Thumb),
            media.Address(RenditionKind.Preview) ?? media.Address(RenditionKind.Poster),
            asset.Kind is MediaKind.Video ? media.Address(RenditionKind.Playback) ?? AssetAddresses.Original(asset) : null,
            $"/api/posts/{post.Id}/assets/{held.Ordinal}/file?v={order.Version}",
            order.Plan.Result.Format.MediaType()
        );
    }
}
