using System.ComponentModel.DataAnnotations;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>One of the media of a post, as the caller wants it.</summary>
/// <param name="AltText">Empty or null where the asset's own will do.</param>
/// <param name="Crop">Null for the whole picture.</param>
/// <param name="Trim">Null for the whole video.</param>
public sealed record PostAssetRequest(
    Guid AssetId,
    [property: StringLength(Post.MaxAltTextLength)] string? AltText = null,
    Crop? Crop = null,
    Trim? Trim = null
);

/// <summary>Makes the media of a post of what was asked for.</summary>
internal sealed class PostMediaBuilder(MagpieDbContext db)
{
    private static readonly RuleViolation TooMany = new RuleViolation(
        "post-media",
        $"A post holds at most {Post.MaxAssets} media. Take some out."
    ).With(("reason", "tooMany"), ("limit", Post.MaxAssets));
    private static readonly RuleViolation NoAsset = new RuleViolation(
        "invalid-request",
        "Each of the media of a post names its asset."
    ).With(("reason", "assetNeeded"));
    private static readonly RuleViolation NotThere = new RuleViolation(
        "post-media",
        "Some of these media are not in this group’s library any more. Choose others."
    ).With(("reason", "notThere"));

    /// <summary>In the order in which they were asked for; or why not.</summary>
    public async Task<(List<PostMedia> Media, RuleViolation? Violation)> ReadAsync(
        Post post,
        IReadOnlyList<PostAssetRequest> wanted,
        CancellationToken ct
    )
    {
        if (wanted.Count > Post.MaxAssets || wanted.Any(one => one is null))
        {
            return ([], wanted.Count > Post.MaxAssets ? TooMany : NoAsset);
        }

        var ids = wanted.Select(one => one.AssetId).Distinct().ToList();
        var assets = await db
            .Assets.AsNoTracking()
            .Include(a => a.Renditions)
            .Where(a => a.GroupId == post.GroupId && ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, ct);
        var media = new List<PostMedia>();
        foreach (var one in wanted)
        {
            if (!assets.TryGetValue(one.AssetId, out var asset))
            {
                return ([], NotThere);
            }

            if (one.Crop?.Fault() is { } wrongCrop)
            {
                return ([], wrongCrop);
            }

            if (
                one.Trim is { } trim
                && (asset.Kind is MediaKind.Video ? trim.Fault(asset.DurationSeconds) : OnlyVideos(asset)) is { } wrongTrim
            )
            {
                return ([], wrongTrim);
            }

            media.Add(new(Hold(post, one, asset, media.Count), asset));
        }

        return (media, null);
    }

    /// <summary>The same media in another post, or on another profile.</summary>
    public static List<PostAsset> Copy(IEnumerable<PostAsset> held, Post post) =>
        [
            .. held.Select(one => new PostAsset
            {
                PostId = post.Id,
                ProfileId = post.ProfileId,
                Ordinal = one.Ordinal,
                Position = one.Position,
                AltText = one.AltText,
                Crop = one.Crop,
                Trim = one.Trim,
            }),
        ];

    private static PostAsset Hold(Post post, PostAssetRequest wanted, Asset asset, int ordinal) =>
        new()
        {
            PostId = post.Id,
            ProfileId = post.ProfileId,
            Ordinal = ordinal,
            Position = asset.Position,
            AltText = string.IsNullOrWhiteSpace(wanted.AltText) ? null : PlainText.Lines(wanted.AltText).Trim(),
            Crop = wanted.Crop,
            Trim = wanted.Trim,
        };

    private static RuleViolation OnlyVideos(Asset asset) =>
        new RuleViolation("trim-invalid", $"*{asset.Name}* is a picture; only videos can be trimmed.").With(
            ("file", asset.Name),
            ("reason", "picture")
        );
}
