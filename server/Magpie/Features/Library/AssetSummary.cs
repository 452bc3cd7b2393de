using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Features.Library;

/// <summary>An asset as lists show it. Sizes in bytes, pixels as displayed, times in UTC; what does not apply is null.</summary>
public record AssetSummary
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required MediaKind Kind { get; init; }
    public required MediaFormat Format { get; init; }
    public required string MediaType { get; init; }
    public required long Bytes { get; init; }
    public required int? Width { get; init; }
    public required int? Height { get; init; }
    public required double? DurationSeconds { get; init; }
    public required double? FrameRate { get; init; }
    public required string? VideoCodec { get; init; }
    public required string? AudioCodec { get; init; }
    public required bool Animated { get; init; }
    public required string Sha256 { get; init; }
    public required AssetStatus Status { get; init; }
    public required AssetFailure? Failure { get; init; }

    /// <summary>A <c>data:</c> address of a tiny picture.</summary>
    public required string? Placeholder { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required AssetPerson CreatedBy { get; init; }

    /// <summary>The moment it was taken; null where the file names no zone.</summary>
    public required DateTime? CapturedAt { get; init; }
    public required AssetOrigin Origin { get; init; }
    public required IReadOnlyList<string> Labels { get; init; }
    public required string? Note { get; init; }
    public required string? AltText { get; init; }
    public required bool Starred { get; init; }

    /// <summary>The posts that use it, latest first.</summary>
    public required IReadOnlyList<PostReference> Posts { get; init; }

    /// <summary>
    /// For the surface that is asked for; else the worst over the networks of the group's profiles; else the best over all surfaces.
    /// </summary>
    public required Badge? Badge { get; init; }

    /// <summary>Whether its public link is on.</summary>
    public required bool HasLink { get; init; }

    /// <summary>When it was deleted; null while it is in the library.</summary>
    public required DateTime? TrashedAt { get; init; }
    public required Guid GroupId { get; init; }
    public required OriginalFile Original { get; init; }
    public required IReadOnlyList<RenditionFileDetails> Renditions { get; init; }

    internal static AssetSummary Of(AssetRow row, AssetSurroundings around)
    {
        var asset = row.Asset;
        return new AssetSummary
        {
            Id = asset.Id,
            Name = asset.Name,
            Kind = asset.Kind,
            Format = asset.Format,
            MediaType = asset.Format.MediaType(),
            Bytes = asset.Bytes,
            Width = asset.Width,
            Height = asset.Height,
            DurationSeconds = asset.DurationSeconds,
            FrameRate = asset.FrameRate,
            VideoCodec = asset.VideoCodec,
            AudioCodec = asset.AudioCodec,
            Animated = asset.Animated,
            Sha256 = asset.Sha256,
            Status = asset.Status,
            Failure = asset.Failure is { } reason
                ? new(reason, Retryable: true, asset.FailureCode, Values.Read(asset.FailureMembers))
                : null,
            Placeholder = asset.Placeholder is { } bytes ? "data:image/webp;base64," + Convert.ToBase64String(bytes) : null,
            CreatedAt = asset.CreatedAt,
            CreatedBy = new(asset.CreatedById, row.Creator ?? ""),
            CapturedAt = asset.CapturedAt,
            Origin = asset.Origin,
            Labels = around.Labels,
            Note = asset.Note,
            AltText = asset.AltText,
            Starred = row.Starred,
            Posts = around.Posts,
            Badge = around.Badge,
            HasLink = row.LinkToken is not null,
            TrashedAt = asset.TrashedAt,
            GroupId = asset.GroupId,
            Original = new(AssetAddresses.Original(asset), AssetAddresses.Original(asset) + "&download=true"),
            Renditions =
            [
                .. around.Renditions.Select(r => new RenditionFileDetails(
                    r.Kind,
                    AssetAddresses.Of(r),
                    r.MediaType,
                    r.Width,
                    r.Height,
                    r.Bytes
                )),
            ],
        };
    }
}

/// <param name="Reason">A sentence, in English.</param>
/// <param name="Code">As a problem's; null where it failed before Magpie noted it.</param>
/// <param name="Members">The raw values in the sentence.</param>
public sealed record AssetFailure(string Reason, bool Retryable, string? Code, IReadOnlyDictionary<string, object?> Members);

public sealed record AssetPerson(Guid Id, string Name);

/// <param name="DownloadUrl">The same bytes, to be saved under the asset's name.</param>
public sealed record OriginalFile(string Url, string DownloadUrl);

public sealed record RenditionFileDetails(RenditionKind Kind, string Url, string MediaType, int Width, int Height, long Bytes);
