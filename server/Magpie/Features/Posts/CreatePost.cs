using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Model.Texts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <param name="Surface">Left out: the first of the profile's that takes all of the media.</param>
/// <param name="Caption">Left out: the note of the first asset.</param>
/// <param name="LocalTime">What the clock in <paramref name="TimeZone"/> shall show: <c>2026-11-25T09:00</c>. The post stays a draft until
/// it is scheduled.</param>
/// <param name="TimeZone">The profile's where none is named.</param>
/// <param name="LaterOccurrence">Of an hour that comes twice, the later one.</param>
public sealed record CreatePostRequest(
    Guid ProfileId,
    [property: StringLength(100)] string? Surface = null,
    IReadOnlyList<Guid>? AssetIds = null,
    [property: StringLength(Post.MaxTitleLength)] string? Title = null,
    [property: StringLength(Post.MaxCaptionLength)] string? Caption = null,
    [property: StringLength(Post.MaxCaptionLength)] string? FirstComment = null,
    string? LocalTime = null,
    string? TimeZone = null,
    bool LaterOccurrence = false
);

internal static class CreatePost
{
    public static async Task<Results<Created<PostDetails>, ProblemHttpResult>> HandleAsync(
        CreatePostRequest request,
        Caller caller,
        MagpieDbContext db,
        PostMediaBuilder mediaBuilder,
        PostSurfaces surfaces,
        PostWriter writer,
        PostReader reader,
        CancellationToken ct
    )
    {
        var profile = await db.ProfilesOf(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ProfileId, ct);
        var member = profile is null ? null : await db.FindMembershipAsync(caller, profile.GroupId, ct);
        if (profile is null || member is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if ((member.Role.CheckCreatePosts() ?? profile.CheckTakesPosts()) is { } refusal)
        {
            return Problems.Of(refusal);
        }

        var post = new Post
        {
            GroupId = profile.GroupId,
            ProfileId = profile.Id,
            CreatedById = caller.UserId,
            CreatedAt = writer.Now,
        };
        var (media, violation) = await mediaBuilder.ReadAsync(
            post,
            [.. (request.AssetIds ?? []).Select(id => new PostAssetRequest(id))],
            ct
        );
        violation ??= Fill(post, request, profile, media, surfaces);
        var (time, wrongTime) = request.LocalTime is { } local
            ? PostTimes.Read(local, request.TimeZone ?? profile.TimeZone, request.LaterOccurrence)
            : (null, null);
        if ((violation ?? wrongTime) is { } wrong)
        {
            return Problems.Of(wrong);
        }

        post.SetPlannedTime(time);
        db.Posts.Add(post);
        var (_, gone) = await writer.KeepAsync(post, media.ConvertAll(one => one.Held), ChangeAction.Created);
        return gone is not null ? Problems.Of(gone)
            : await reader.ReadAsync(post.Id, caller, ct, time?.Notice) is { } details
                ? TypedResults.Created($"/api/posts/{post.Id}", details)
            : Problems.Of(RuleViolation.NotFound);
    }

    private static RuleViolation? Fill(Post post, CreatePostRequest request, Profile profile, List<PostMedia> media, PostSurfaces surfaces)
    {
        post.Surface = request.Surface ?? surfaces.Suggest(profile, [.. media.Select(one => one.Asset.Spec)]);
        post.Title = PostText.OrNull(request.Title);
        post.FirstComment = PostText.OrNull(request.FirstComment);
        post.Caption = PlainText.Lines(request.Caption ?? (media.Count > 0 ? media[0].Asset.Note : null) ?? "");
        return request.Surface is { } chosen ? surfaces.Fault(chosen, profile) : null;
    }
}
