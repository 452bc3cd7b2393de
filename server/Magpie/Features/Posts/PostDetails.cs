using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;

namespace Magpie.Features.Posts;

/// <summary>A post as the API shows it. Moments in UTC; what does not apply is null.</summary>
/// <param name="SetId">The same for posts on several profiles that were made together.</param>
/// <param name="Own">What it does not share with the others of its set.</param>
/// <param name="Surface">As in <c>/api/surfaces</c>: <c>instagram.reel</c>.</param>
/// <param name="SurfaceChosen">By a person; else it follows from the media.</param>
/// <param name="LocalTime">What the clock in <paramref name="TimeZone"/> shall show, such as <c>2026-11-25T09:00</c>; of a draft, what is
/// meant.</param>
/// <param name="LaterOccurrence">Of an hour that comes twice, the later one.</param>
/// <param name="ScheduledAt">The moment that follows from it.</param>
/// <param name="Version">Send it back with a change: who saves has seen this one.</param>
/// <param name="Editable">Whether the caller may change what it says and shows now.</param>
/// <param name="Notices">What just happened beside what was asked for, such as a time that does not exist.</param>
public sealed record PostDetails(
    Guid Id,
    Guid GroupId,
    Guid SetId,
    IReadOnlyList<PostPart> Own,
    PostProfile Profile,
    PostState State,
    string Surface,
    bool SurfaceChosen,
    string? Title,
    string Caption,
    string? FirstComment,
    string? LocalTime,
    string? TimeZone,
    bool LaterOccurrence,
    DateTime? ScheduledAt,
    DateTime? PublishedAt,
    string? PublishedUrl,
    int Version,
    DateTime CreatedAt,
    PostPerson CreatedBy,
    DateTime? ChangedAt,
    PostPerson? ChangedBy,
    bool Editable,
    IReadOnlyList<PostAssetDetails> Assets,
    IReadOnlyList<PostNotice> Notices
);

public sealed record PostProfile(Guid Id, Network Network, string Handle, string? DisplayName, string TimeZone, bool Archived)
{
    internal static PostProfile Of(Profile profile) =>
        new(profile.Id, profile.Network, profile.Handle, profile.DisplayName, profile.TimeZone, profile.ArchivedAt is not null);
}

public sealed record PostPerson(Guid Id, string Name);

/// <summary>An asset in a post, in the order of the post.</summary>
/// <param name="Ordinal">In addresses of its file.</param>
/// <param name="Width">Of the original, as displayed.</param>
/// <param name="Height">Of the original, as displayed.</param>
/// <param name="Note">The asset's, for <i>Show media notes</i>.</param>
/// <param name="AltText">In this post; null where the asset's own will do.</param>
/// <param name="AssetAltText">The asset's own.</param>
/// <param name="Crop">Null for the whole picture.</param>
/// <param name="Trim">Null for the whole video.</param>
/// <param name="ThumbUrl">Null while there is none.</param>
/// <param name="FileUrl">The file for publishing: cropped, trimmed, upright, without metadata, as the surface takes it. Made when it is
/// first asked for.</param>
/// <param name="FileMediaType">Of that file.</param>
public sealed record PostAssetDetails(
    int Ordinal,
    Guid AssetId,
    string Name,
    MediaKind Kind,
    MediaFormat Format,
    int? Width,
    int? Height,
    double? DurationSeconds,
    bool Animated,
    AssetStatus Status,
    bool Trashed,
    string? Note,
    string? AltText,
    string? AssetAltText,
    Crop? Crop,
    Trim? Trim,
    string? ThumbUrl,
    string? PreviewUrl,
    string? VideoUrl,
    string FileUrl,
    string FileMediaType
);
