using System.Globalization;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Features.Library;

/// <summary>An asset as the API shows it. Sizes in bytes, pixels as displayed, times in UTC; what does not apply is null.</summary>
/// <param name="SourceUrl">The address it was imported from; only where a single asset is asked for.</param>
/// <param name="NoteChangedAt">When the note was last changed, and by whom.</param>
/// <param name="HasLink">Whether its public link is on.</param>
/// <param name="PublicPath">The address on this server that anybody may fetch it from, while its link is on; only where a single asset is
/// asked for.</param>
/// <param name="TrashedAt">When it was deleted; null while it is in the library.</param>
/// <param name="CapturedAt">The moment it was taken; null where the file names no zone.</param>
/// <param name="CapturedLocal">What the camera's own clock showed, without a zone: <c>2023-12-30T23:04:21</c>. Where <c>capturedAt</c> is
/// null this is all that is known: show it as it is, in every zone.</param>
/// <param name="Placeholder">A <c>data:</c> address of a tiny picture.</param>
/// <param name="Posts">The posts that hold it, latest first.</param>
/// <param name="Badge">For the surface that is asked for; else the worst over the platforms of the group's profiles; else the best over all
/// surfaces.</param>
/// <param name="Fits">Each surface that has rules for such a file; only where a single asset is asked for.</param>
public sealed record AssetDetails(
    Guid Id,
    string Name,
    MediaKind Kind,
    MediaFormat Format,
    string MediaType,
    long Bytes,
    int? Width,
    int? Height,
    double? DurationSeconds,
    double? FrameRate,
    string? VideoCodec,
    string? AudioCodec,
    bool Animated,
    string Sha256,
    AssetStatus Status,
    AssetFailure? Failure,
    string? Placeholder,
    DateTime CreatedAt,
    AssetPerson CreatedBy,
    DateTime? CapturedAt,
    string? CapturedLocal,
    string? Camera,
    AssetOrigin Origin,
    string? SourceUrl,
    IReadOnlyList<string> Labels,
    string? Note,
    DateTime? NoteChangedAt,
    AssetPerson? NoteChangedBy,
    string? AltText,
    bool Starred,
    IReadOnlyList<HoldingPost> Posts,
    Badge? Badge,
    IReadOnlyList<SurfaceFit>? Fits,
    bool HasLink,
    string? PublicPath,
    DateTime? TrashedAt,
    Guid GroupId,
    OriginalFile Original,
    IReadOnlyList<RenditionFileDetails> Renditions
)
{
    /// <param name="alone">For one asset, not for a list. Lists are compressed, and must not contain addresses that grant access: see
    /// docs/decisions/0011.</param>
    internal static AssetDetails Of(AssetRow row, AssetSurroundings around, bool alone)
    {
        var asset = row.Asset;
        return new(
            asset.Id,
            asset.Name,
            asset.Kind,
            asset.Format,
            asset.Format.MediaType(),
            asset.Bytes,
            asset.Width,
            asset.Height,
            asset.DurationSeconds,
            asset.FrameRate,
            asset.VideoCodec,
            asset.AudioCodec,
            asset.Animated,
            asset.Sha256,
            asset.Status,
            asset.Failure is { } reason ? new(reason, Retryable: true) : null,
            asset.Placeholder is { } bytes ? "data:image/webp;base64," + Convert.ToBase64String(bytes) : null,
            asset.CreatedAt,
            new(asset.CreatedById, row.Creator ?? ""),
            asset.CapturedAt,
            asset.CapturedLocal?.ToString("s", CultureInfo.InvariantCulture),
            asset.Camera,
            asset.Origin,
            alone ? asset.SourceUrl : null,
            around.Labels,
            asset.Note,
            asset.NoteChangedAt,
            asset.NoteChangedById is { } editor ? new(editor, row.Editor ?? "") : null,
            asset.AltText,
            row.Starred,
            around.Posts,
            around.Badge,
            around.Fits,
            row.LinkToken is not null,
            alone && row.LinkToken is { } token ? AssetAddresses.Public(token, asset) : null,
            asset.TrashedAt,
            asset.GroupId,
            new(AssetAddresses.Original(asset), AssetAddresses.Original(asset) + "&download=true"),
            [
                .. around.Renditions.Select(r => new RenditionFileDetails(
                    r.Kind,
                    AssetAddresses.Of(r),
                    r.MediaType,
                    r.Width,
                    r.Height,
                    r.Bytes
                )),
            ]
        );
    }
}

/// <param name="Key"><c>instagram.reel</c>.</param>
/// <param name="Reasons">None where it is green.</param>
public sealed record SurfaceFit(string Key, string Name, Badge Badge, IReadOnlyList<FitReason> Reasons);

/// <param name="Required">Else it is only recommended.</param>
/// <param name="Sentence">What is, and what the platform asks for.</param>
/// <param name="Change">What to do.</param>
public sealed record FitReason(bool Required, string Sentence, string Change);

public sealed record AssetFailure(string Reason, bool Retryable);

public sealed record AssetPerson(Guid Id, string Name);

/// <param name="DownloadUrl">The same bytes, to be saved under the asset's name.</param>
public sealed record OriginalFile(string Url, string DownloadUrl);

public sealed record RenditionFileDetails(RenditionKind Kind, string Url, string MediaType, int Width, int Height, long Bytes);
