using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>A post as lists and the calendar show it.</summary>
/// <param name="SetId">The same for posts on several profiles that were made together.</param>
/// <param name="Caption">Its beginning.</param>
/// <param name="LocalTime">What the clock in <paramref name="TimeZone"/> shall show; of a draft, what is meant.</param>
/// <param name="Assets">How many.</param>
/// <param name="Kind">Of the first one; null where there is none.</param>
/// <param name="Placeholder">Of the first one: a <c>data:</c> address of a tiny picture.</param>
/// <param name="Editable">Whether the caller may change it now, and give it another time.</param>
public sealed record PostSummary(
    Guid Id,
    Guid GroupId,
    Guid SetId,
    PostProfile Profile,
    PostState State,
    string Surface,
    string Caption,
    string? LocalTime,
    string? TimeZone,
    bool LaterOccurrence,
    DateTime? ScheduledAt,
    DateTime? PublishedAt,
    string? PublishedUrl,
    int Assets,
    MediaKind? Kind,
    string? ThumbUrl,
    string? Placeholder,
    int Version,
    DateTime CreatedAt,
    bool Editable
);

/// <summary>Puts together what lists show, with a fixed number of queries however many posts they are.</summary>
internal sealed class PostSummaries(MagpieDbContext db)
{
    private const int CaptionLength = 140;

    /// <param name="posts">All of one group, in the order in which they are shown.</param>
    public async Task<List<PostSummary>> ReadAsync(IReadOnlyList<Post> posts, GroupMember member, CancellationToken ct)
    {
        if (posts.Count == 0)
        {
            return [];
        }

        var ids = posts.Select(post => post.Id).ToList();
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.GroupId == member.GroupId).ToDictionaryAsync(p => p.Id, ct);
        var held = (
            await db
                .PostAssets.Where(h => ids.Contains(h.PostId))
                .OrderBy(h => h.Ordinal)
                .Select(h => new { h.PostId, h.Position })
                .ToListAsync(ct)
        ).ToLookup(h => h.PostId, h => h.Position);
        var firsts = posts.Where(post => held.Contains(post.Id)).Select(post => held[post.Id].First()).Distinct().ToList();
        var assets = await db
            .Assets.Where(a => firsts.Contains(a.Position))
            .Select(a => new
            {
                a.Position,
                a.Id,
                a.Kind,
                a.Placeholder,
            })
            .ToDictionaryAsync(a => a.Position, ct);
        var assetIds = assets.Values.Select(asset => asset.Id).ToList();
        var thumbs = await db
            .Renditions.AsNoTracking()
            .Where(r => assetIds.Contains(r.AssetId) && r.Kind == RenditionKind.Thumb)
            .ToDictionaryAsync(r => r.AssetId, ct);
        return
        [
            .. posts.Select(post =>
            {
                var first = held.Contains(post.Id) ? assets.GetValueOrDefault(held[post.Id].First()) : null;
                var canWrite = member.Role.CanWrite(post, member.UserId);
                return new PostSummary(
                    post.Id,
                    post.GroupId,
                    post.SetId,
                    PostProfile.Of(profiles[post.ProfileId]),
                    post.State,
                    post.Surface,
                    Beginning(post.Caption),
                    post.LocalTime is { } local ? PostTime.Write(local) : null,
                    post.TimeZone,
                    post.LaterOccurrence,
                    post.ScheduledAt,
                    post.PublishedAt,
                    post.PublishedUrl,
                    held[post.Id].Count(),
                    first?.Kind,
                    first is not null && thumbs.TryGetValue(first.Id, out var thumb) ? AssetAddresses.Of(thumb) : null,
                    first?.Placeholder is { } bytes ? "data:image/webp;base64," + Convert.ToBase64String(bytes) : null,
                    post.Version,
                    post.CreatedAt,
                    canWrite && !post.IsPublished
                );
            }),
        ];
    }

    /// <summary>Never cuts a sign in two.</summary>
    private static string Beginning(string caption) =>
        caption.Length <= CaptionLength
            ? caption
            : caption[..(char.IsHighSurrogate(caption[CaptionLength - 1]) ? CaptionLength - 1 : CaptionLength)];
}
