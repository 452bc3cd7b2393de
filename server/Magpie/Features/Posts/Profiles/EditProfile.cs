using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Features.Posts.Clock;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Profiles;

/// <summary>What is left out stays as it is; null takes a display name or a picture away.</summary>
public sealed record EditProfileRequest
{
    public string? Handle { get; init; }

    [StringLength(Profile.MaxDisplayNameLength)]
    public string? DisplayName
    {
        get;
        init => (field, HasDisplayName) = (value, true);
    }

    /// <summary>An IANA name. What is planned keeps its wall time.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<string>? Surfaces { get; init; }

    public Guid? PictureAssetId
    {
        get;
        init => (field, HasPicture) = (value, true);
    }

    internal bool HasDisplayName { get; private init; }
    internal bool HasPicture { get; private init; }
}

internal static class EditProfile
{
    public static async Task<Results<Ok<ProfileDetails>, ProblemHttpResult>> HandleAsync(
        Guid profileId,
        EditProfileRequest request,
        Caller caller,
        MagpieDbContext db,
        ProfileInput input,
        PostClock clock,
        ChangeFeed changes,
        CancellationToken ct
    )
    {
        var (profile, refusal) = await db.FindEditableProfileAsync(profileId, caller, ct);
        if (profile is null)
        {
            return Problems.Of(refusal!);
        }

        var zoneBefore = profile.TimeZone;
        profile.Handle = request.Handle is { } handle ? Profile.CleanHandle(handle) : profile.Handle;
        profile.DisplayName = request.HasDisplayName ? PostText.OrNull(request.DisplayName)?.Trim() : profile.DisplayName;
        profile.TimeZone = request.TimeZone ?? profile.TimeZone;
        profile.Surfaces = request.Surfaces is { } surfaces ? [.. surfaces.Distinct()] : profile.Surfaces;
        profile.PictureId = request.HasPicture ? request.PictureAssetId : profile.PictureId;
        if (await input.FaultAsync(profile, ct) is { } fault)
        {
            return Problems.Of(fault);
        }

        var moved = profile.TimeZone == zoneBefore ? [] : await MoveAsync(db, profile, zoneBefore, ct);
        if (await input.SaveAsync(profile) is (false, var violation))
        {
            return violation is null ? Problems.Of(RuleViolation.NotFound) : Problems.Of(violation);
        }

        foreach (var post in moved.Where(post => post.State is PostState.Scheduled))
        {
            clock.Set(post.Id, post.ScheduledAt);
        }

        changes.Publish(profile.GroupId, ChangeKind.Profile, ChangeAction.Changed, profile.Id);
        if (moved.Count > 0)
        {
            changes.Publish(profile.GroupId, ChangeKind.Post, ChangeAction.Changed, [.. moved.Select(post => post.Id)]);
        }

        return await db.ReadProfileAsync(profile.Id, ct) is { } now ? TypedResults.Ok(now) : Problems.Of(RuleViolation.NotFound);
    }

    /// <summary>Drafts and scheduled posts keep their wall time in the new time zone.</summary>
    private static async Task<List<Post>> MoveAsync(MagpieDbContext db, Profile profile, string zoneBefore, CancellationToken ct)
    {
        var zone = PostTime.FindZone(profile.TimeZone)!;
        var posts = await db
            .Posts.Where(p =>
                p.ProfileId == profile.Id
                && p.TimeZone == zoneBefore
                && p.LocalTime != null
                && (p.State == PostState.Draft || p.State == PostState.Scheduled)
            )
            .ToListAsync(ct);
        foreach (var post in posts)
        {
            post.SetPlannedTime(PostTime.Plan(post.LocalTime!.Value, zone, post.LaterOccurrence));
        }

        return posts;
    }
}
