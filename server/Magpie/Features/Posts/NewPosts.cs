using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Model.Texts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>A post as it was asked for, not kept yet.</summary>
internal sealed record NewPost(Post Post, Profile Profile, List<PostMedia> Media, PlannedTime? Time);

/// <summary>Makes posts of requests.</summary>
internal sealed class NewPosts(MagpieDbContext db, PostMediaBuilder mediaBuilder, PostSurfaces surfaces, PostWriter writer)
{
    public async Task<(NewPost? Made, RuleViolation? Refusal)> MakeAsync(CreatePostRequest request, Caller caller, CancellationToken ct)
    {
        var profile = await db.ProfilesOf(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ProfileId, ct);
        var member = profile is null ? null : await db.FindMembershipAsync(caller, profile.GroupId, ct);
        if (profile is null || member is null || await IsOfAnotherGroupAsync(request.SetId, profile.GroupId, ct))
        {
            return (null, RuleViolation.NotFound);
        }

        if ((member.Role.CheckCreatePosts() ?? profile.CheckTakesPosts()) is { } refusal)
        {
            return (null, refusal);
        }

        var post = new Post
        {
            GroupId = profile.GroupId,
            ProfileId = profile.Id,
            CreatedById = caller.UserId,
            CreatedAt = writer.Now,
        };
        var wanted = request.Assets ?? [.. (request.AssetIds ?? []).Select(id => new PostAssetRequest(id))];
        var (media, violation) = await mediaBuilder.ReadAsync(post, wanted, ct);
        violation ??= Fill(post, request, profile, media);
        var (time, wrongTime) = request.LocalTime is { } local
            ? PostTimes.Read(local, request.TimeZone ?? profile.TimeZone, request.LaterOccurrence)
            : (null, null);
        if ((violation ?? wrongTime) is { } wrong)
        {
            return (null, wrong);
        }

        post.SetPlannedTime(time);
        return (new(post, profile, media, time), null);
    }

    private RuleViolation? Fill(Post post, CreatePostRequest request, Profile profile, List<PostMedia> media)
    {
        post.SetId = request.SetId ?? post.SetId;
        post.Own = PostPartText.Sorted(request.Own ?? []);
        post.Surface = request.Surface ?? surfaces.Suggest(profile, [.. media.Select(one => one.Asset.Spec)]);
        post.SurfaceChosen = request.Surface is not null;
        post.Title = PostText.OrNull(request.Title);
        post.FirstComment = PostText.OrNull(request.FirstComment);
        post.Caption = PlainText.Lines(request.Caption ?? (media.Count > 0 ? media[0].Asset.Note : null) ?? "");
        return request.Surface is { } chosen ? surfaces.Fault(chosen, profile) : null;
    }

    private Task<bool> IsOfAnotherGroupAsync(Guid? setId, Guid groupId, CancellationToken ct) =>
        setId is null ? Task.FromResult(false) : db.Posts.AnyAsync(p => p.SetId == setId && p.GroupId != groupId, ct);
}
