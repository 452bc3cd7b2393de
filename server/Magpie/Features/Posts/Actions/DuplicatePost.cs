using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Actions;

/// <param name="ProfileIds">One draft is made for each; that of the post may be among them.</param>
/// <param name="KeepTime">The clocks of the profiles shall show the same.</param>
public sealed record DuplicatePostRequest([property: Required] IReadOnlyList<Guid> ProfileIds, bool KeepTime = false);

public sealed record DuplicatedPosts(IReadOnlyList<PostDetails> Items);

/// <summary>Makes drafts for other profiles, each with its own caption and crops from then on.</summary>
internal static class DuplicatePost
{
    public static async Task<Results<Ok<DuplicatedPosts>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        DuplicatePostRequest request,
        Caller caller,
        MagpieDbContext db,
        PostMediaReader media,
        PostSurfaces surfaces,
        PostWriter writer,
        PostReader reader,
        CancellationToken ct
    )
    {
        var ids = request.ProfileIds.Distinct().ToList();
        var post = await db.PostsOf(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, ct);
        var profiles = post is null
            ? []
            : await db.ProfilesOf(caller).AsNoTracking().Where(p => p.GroupId == post.GroupId && ids.Contains(p.Id)).ToListAsync(ct);
        if (
            post is null
            || ids.Count == 0
            || profiles.Count < ids.Count
            || await db.FindMembershipAsync(caller, post.GroupId, ct) is not { } member
        )
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (
            (
                member.Role.CheckCreatePosts() ?? profiles.Select(profile => profile.CheckTakesPosts()).FirstOrDefault(no => no is not null)
            ) is
            { } refusal
        )
        {
            return Problems.Of(refusal);
        }

        var held = await media.ReadAsync(postId, ct);
        List<Post> copies =
        [
            .. ids.Select(id =>
                Copy(post, profiles.Single(profile => profile.Id == id), caller, writer.Now, surfaces, held, request.KeepTime)
            ),
        ];
        var there = held.Where(one => one.Asset.TrashedAt is null).Select(one => one.Held).ToList();
        db.Posts.AddRange(copies);
        if (
            await writer.KeepAsync(
                [.. copies.Select(copy => (copy, (IReadOnlyList<PostAsset>?)PostMediaBuilder.Copy(there, copy)))],
                ChangeAction.Created
            ) is
            (_, { } gone)
        )
        {
            return Problems.Of(gone);
        }

        var made = new List<PostDetails>();
        foreach (var copy in copies)
        {
            made.Add((await reader.ReadAsync(copy.Id, caller, ct))!);
        }

        return TypedResults.Ok(new DuplicatedPosts(made));
    }

    private static Post Copy(
        Post post,
        Profile profile,
        Caller caller,
        DateTime now,
        PostSurfaces surfaces,
        List<PostMedia> held,
        bool keepTime
    )
    {
        var copy = new Post
        {
            GroupId = post.GroupId,
            ProfileId = profile.Id,
            CreatedById = caller.UserId,
            CreatedAt = now,
        };
        var takes = surfaces.Fault(post.Surface, profile) is null;
        copy.Surface = takes ? post.Surface : surfaces.Suggest(profile, [.. held.Select(one => one.Asset.Spec)]);
        copy.SurfaceChosen = takes && post.SurfaceChosen;
        (copy.Title, copy.Caption, copy.FirstComment) = (post.Title, post.Caption, post.FirstComment);
        if (keepTime && post.LocalTime is { } local)
        {
            copy.SetPlannedTime(PostTimes.Read(PostTime.Write(local), profile.TimeZone, post.LaterOccurrence).Time);
        }

        return copy;
    }
}
