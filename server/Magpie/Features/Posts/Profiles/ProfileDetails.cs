using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Profiles;

/// <summary>A profile as the API shows it.</summary>
/// <param name="Handle">Without an @.</param>
/// <param name="TimeZone">The IANA name of the zone that its posts are planned in.</param>
/// <param name="Surfaces">Those in use; none means all of its network.</param>
/// <param name="ArchivedAt">Since when nothing new is planned on it.</param>
/// <param name="Posts">How many there are, in any state.</param>
public sealed record ProfileDetails(
    Guid Id,
    Guid GroupId,
    Network Network,
    string Handle,
    string? DisplayName,
    string TimeZone,
    IReadOnlyList<string> Surfaces,
    ProfilePicture? Picture,
    DateTime? ArchivedAt,
    int Posts,
    DateTime CreatedAt
);

/// <param name="AssetId">The asset that it is.</param>
/// <param name="ThumbUrl">Null while there is none.</param>
public sealed record ProfilePicture(Guid AssetId, string? ThumbUrl);

internal static class ProfileReading
{
    public static async Task<List<ProfileDetails>> ReadProfilesAsync(
        this MagpieDbContext db,
        IQueryable<Profile> among,
        CancellationToken ct
    )
    {
        var profiles = await among.AsNoTracking().ToListAsync(ct);
        var ids = profiles.ConvertAll(profile => profile.Id);
        var counts = await db
            .Posts.Where(p => ids.Contains(p.ProfileId) && p.DeletedAt == null)
            .GroupBy(p => p.ProfileId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var pictureIds = profiles.Select(profile => profile.PictureId).OfType<Guid>().ToList();
        var thumbs = await db
            .Renditions.AsNoTracking()
            .Where(r => pictureIds.Contains(r.AssetId) && r.Kind == RenditionKind.Thumb)
            .ToDictionaryAsync(r => r.AssetId, ct);
        return profiles.ConvertAll(profile => new ProfileDetails(
            profile.Id,
            profile.GroupId,
            profile.Network,
            profile.Handle,
            profile.DisplayName,
            profile.TimeZone,
            profile.Surfaces,
            profile.PictureId is { } picture
                ? new(picture, thumbs.TryGetValue(picture, out var thumb) ? AssetAddresses.Of(thumb) : null)
                : null,
            profile.ArchivedAt,
            counts.GetValueOrDefault(profile.Id),
            profile.CreatedAt
        ));
    }

    /// <summary>Null when it was removed.</summary>
    public static async Task<ProfileDetails?> ReadProfileAsync(this MagpieDbContext db, Guid profileId, CancellationToken ct) =>
        (await db.ReadProfilesAsync(db.Profiles.Where(p => p.Id == profileId), ct)).SingleOrDefault();
}
