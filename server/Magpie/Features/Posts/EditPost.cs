using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>What is left out stays as it is; null takes a title, a first comment or a draft's time away.</summary>
public sealed record EditPostRequest
{
    /// <summary>The one that the caller has seen.</summary>
    public required int Version { get; init; }

    public Guid? ProfileId { get; init; }

    /// <summary>Null: it follows from the media again.</summary>
    [StringLength(100)]
    public string? Surface
    {
        get;
        init => (field, HasSurface) = (value, true);
    }

    /// <summary>All that it does not share with the others of its set.</summary>
    public IReadOnlyList<PostPart>? Own { get; init; }

    [StringLength(Post.MaxTitleLength)]
    public string? Title
    {
        get;
        init => (field, HasTitle) = (value, true);
    }

    [StringLength(Post.MaxCaptionLength)]
    public string? Caption { get; init; }

    [StringLength(Post.MaxCaptionLength)]
    public string? FirstComment
    {
        get;
        init => (field, HasFirstComment) = (value, true);
    }

    /// <summary>All of the media, in their order.</summary>
    public IReadOnlyList<PostAssetRequest>? Assets { get; init; }

    /// <summary>What the clock in the time zone shall show: <c>2026-11-25T09:00</c>.</summary>
    public string? LocalTime
    {
        get;
        init => (field, HasLocalTime) = (value, true);
    }

    /// <summary>The post's, or else the profile's, where none is named.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Of an hour that comes twice, the later one.</summary>
    public bool LaterOccurrence { get; init; }

    internal bool HasSurface { get; private init; }
    internal bool HasTitle { get; private init; }
    internal bool HasFirstComment { get; private init; }
    internal bool HasLocalTime { get; private init; }
}

internal static class EditPost
{
    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        EditPostRequest request,
        Caller caller,
        MagpieDbContext db,
        PostMediaReader mediaReader,
        PostMediaBuilder mediaBuilder,
        PostSurfaces surfaces,
        PostWriter writer,
        PostReadiness readiness,
        CancellationToken ct
    )
    {
        var (post, refusal) = await db.FindEditablePostAsync(postId, PostDeed.Write, caller, ct);
        if (post is null)
        {
            return Problems.Of(refusal!);
        }

        if (post.Version != request.Version)
        {
            return Problems.Of(await writer.OutdatedAsync(postId, caller, ct));
        }

        var profile = await db.ProfilesOf(caller)
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == (request.ProfileId ?? post.ProfileId) && p.GroupId == post.GroupId, ct);
        if (profile is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var moves = profile.Id != post.ProfileId;
        if ((post.EditBlocker ?? (moves ? profile.CheckTakesPosts() : null)) is { } locked)
        {
            return Problems.Of(locked);
        }

        post.ProfileId = profile.Id;
        var before = await mediaReader.ReadAsync(postId, ct);
        var (media, wrongMedia) = request.Assets is { } wanted ? await mediaBuilder.ReadAsync(post, wanted, ct) : (before, null);
        var (time, wrongTime) = Time(request, post, profile, moves);
        if (
            (
                wrongMedia
                ?? wrongTime
                ?? Write(request, post, profile, moves, before, media, surfaces)
                ?? Plan(request, post, time, writer.Now)
            ) is
            { } wrong
        )
        {
            return Problems.Of(wrong);
        }

        if (post.State is not PostState.Draft && await readiness.CheckAsync(post, media, ct) is { } notReady)
        {
            return Problems.Of(notReady);
        }

        var rows =
            request.Assets is not null ? media.ConvertAll(one => one.Held)
            : moves ? PostMediaBuilder.Copy(before.Select(one => one.Held), post)
            : null;
        return Problems.OkOr(await writer.SaveAsync(post, caller, ct, rows, time?.Notice));
    }

    private static RuleViolation? Write(
        EditPostRequest request,
        Post post,
        Profile profile,
        bool moves,
        List<PostMedia> before,
        List<PostMedia> media,
        PostSurfaces surfaces
    )
    {
        post.Own = request.Own is null ? post.Own : PostPartText.Sorted(request.Own);
        post.SurfaceChosen = request.HasSurface ? request.Surface is not null : post.SurfaceChosen && !moves;
        var others = !media.Select(one => one.Asset.Id).ToHashSet().SetEquals(before.Select(one => one.Asset.Id));
        post.Surface =
            request.Surface
            ?? (
                !post.SurfaceChosen && (moves || request.HasSurface || others)
                    ? surfaces.Suggest(profile, [.. media.Select(one => one.Asset.Spec)])
                    : post.Surface
            );
        post.Title = request.HasTitle ? PostText.OrNull(request.Title) : post.Title;
        post.FirstComment = request.HasFirstComment ? PostText.OrNull(request.FirstComment) : post.FirstComment;
        // The first asset's note becomes the caption, unless somebody has written one.
        var note = before.Count == 0 && media.Count > 0 && post.Caption.Length == 0 ? media[0].Asset.Note : null;
        post.Caption = PlainText.Lines(request.Caption ?? note ?? post.Caption);
        return request.Surface is { } chosen ? surfaces.Fault(chosen, profile) : null;
    }

    /// <summary>The post's new time. On another profile or in another time zone, the wall time stays the same.</summary>
    private static (PlannedTime? Time, RuleViolation? Violation) Time(EditPostRequest request, Post post, Profile profile, bool moves)
    {
        if (request.LocalTime is { } local)
        {
            return PostTimes.Read(
                local,
                request.TimeZone ?? (moves ? profile.TimeZone : post.TimeZone ?? profile.TimeZone),
                request.LaterOccurrence
            );
        }

        return !request.HasLocalTime && (moves || request.TimeZone is not null) && post.LocalTime is { } planned
            ? PostTimes.Read(PostTime.Write(planned), request.TimeZone ?? profile.TimeZone, post.LaterOccurrence)
            : (null, null);
    }

    private static RuleViolation? Plan(EditPostRequest request, Post post, PlannedTime? time, DateTime now)
    {
        if (post.State is PostState.Draft)
        {
            if (time is not null || request.HasLocalTime)
            {
                post.SetPlannedTime(time);
            }

            return null;
        }

        return time is not null ? post.Schedule(time, now)
            : request.HasLocalTime ? PostRefusals.TimeNeeded
            : null;
    }
}
