using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Platform;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Profiles;

/// <summary>Checks what people say about a profile.</summary>
internal sealed class ProfileInput(MagpieDbContext db, PostSurfaces surfaces)
{
    private static readonly RuleViolation NoHandle = new RuleViolation(
        "profile-handle",
        $"A profile needs a handle, such as @magpie, of at most {Profile.MaxHandleLength} characters."
    ).With(("limit", Profile.MaxHandleLength));
    private static readonly RuleViolation NoPicture = new(
        "profile-picture",
        "The picture of a profile is a picture of the group’s library. Choose another one."
    );

    /// <summary>Null when everything is fine.</summary>
    public async Task<RuleViolation?> FaultAsync(Profile profile, CancellationToken ct)
    {
        if (profile.Handle.Length is 0 or > Profile.MaxHandleLength)
        {
            return NoHandle;
        }

        if (PostTime.FindZone(profile.TimeZone) is null)
        {
            return PostTime.UnknownZone(profile.TimeZone);
        }

        if (profile.Surfaces.Select(key => surfaces.Fault(key, profile)).FirstOrDefault(fault => fault is not null) is { } wrongSurface)
        {
            return wrongSurface;
        }

        return profile.PictureId is { } picture
            && !await db.Assets.AnyAsync(
                a => a.Id == picture && a.GroupId == profile.GroupId && a.Kind == MediaKind.Image && a.TrashedAt == null,
                ct
            )
                ? NoPicture
            : await IsTakenAsync(profile, ct) ? Taken(profile)
            : null;
    }

    /// <summary>Saves it together with all other changes; or says why not. Neither when it was removed.</summary>
    public async Task<(bool Saved, RuleViolation? Violation)> SaveAsync(Profile profile)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return (true, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (
                false,
                await db.Profiles.AnyAsync(p => p.Id == profile.Id, CancellationToken.None) ? PostRefusals.ChangedMeanwhile : null
            );
        }
        catch (DbUpdateException refused) when (Outages.Of(refused) is null)
        {
            // Its picture was deleted, or somebody else made the same profile, at the same time. Anything else is a fault of ours.
            var fault = await FaultAsync(profile, CancellationToken.None) ?? (refused.IsUniqueViolation() ? Taken(profile) : null);
            if (fault is null)
            {
                throw;
            }

            return (false, fault);
        }
    }

    private static RuleViolation Taken(Profile profile) =>
        new RuleViolation(
            "profile-exists",
            $"There is a profile *{profile.Handle}* on this network already. Change that one, or archive it first."
        ).With(("handle", profile.Handle), ("network", profile.NetworkKey));

    /// <summary>No network distinguishes handles by case.</summary>
    private async Task<bool> IsTakenAsync(Profile profile, CancellationToken ct)
    {
        var others = await db
            .Profiles.Where(p => p.GroupId == profile.GroupId && p.Network == profile.Network && p.ArchivedAt == null && p.Id != profile.Id)
            .Select(p => p.Handle)
            .ToListAsync(ct);
        return profile.ArchivedAt is null && others.Contains(profile.Handle, StringComparer.OrdinalIgnoreCase);
    }
}
