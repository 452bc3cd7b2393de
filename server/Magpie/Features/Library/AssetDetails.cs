using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Magpie.Model.Library;
using Magpie.Model.Networks;

namespace Magpie.Features.Library;

/// <summary>An asset by its id: what lists show of it, and what only its own page needs.</summary>
/// <remarks>Lists are compressed, so they hold no address that is a key: see docs/decisions/0011.</remarks>
public sealed record AssetDetails : AssetSummary
{
    [SetsRequiredMembers]
    internal AssetDetails(AssetSummary summary, AssetRow row, IReadOnlyList<SurfaceFit>? fits)
        : base(summary)
    {
        var asset = row.Asset;
        CapturedLocal = asset.CapturedLocal?.ToString("s", CultureInfo.InvariantCulture);
        Camera = asset.Camera;
        SourceUrl = asset.SourceUrl;
        NoteChangedAt = asset.NoteChangedAt;
        NoteChangedBy = asset.NoteChangedById is { } editor ? new(editor, row.Editor ?? "") : null;
        Fits = fits;
        PublicPath = row.LinkToken is { } token ? AssetAddresses.Public(token, asset) : null;
    }

    /// <summary>What the camera's own clock showed, without a zone: <c>2023-12-30T23:04:21</c>. Where <c>capturedAt</c> is
    /// null this is all that is known: show it as it is, in every zone.</summary>
    public required string? CapturedLocal { get; init; }

    public required string? Camera { get; init; }

    /// <summary>The address it was imported from.</summary>
    public required string? SourceUrl { get; init; }

    public required DateTime? NoteChangedAt { get; init; }

    public required AssetPerson? NoteChangedBy { get; init; }

    /// <summary>Each surface that has rules for such a file; null until the file is understood, and where it could not be.</summary>
    public required IReadOnlyList<SurfaceFit>? Fits { get; init; }

    /// <summary>The address on this server that anybody may fetch it from, while its link is on.</summary>
    public required string? PublicPath { get; init; }
}

/// <param name="Key"><c>instagram.reel</c>.</param>
/// <param name="Reasons">None where it is green.</param>
public sealed record SurfaceFit(string Key, string Name, Badge Badge, IReadOnlyList<FitReason> Reasons);

/// <param name="Required">Else it is only recommended.</param>
/// <param name="Code">What it is about: <c>maxSeconds</c>, <c>aspect</c>; docs/guide/api-refusals.md lists them.</param>
/// <param name="Members">The raw values in the sentences.</param>
/// <param name="Sentence">What is, and what the network asks for, in English.</param>
/// <param name="Change">What to do, in English.</param>
public sealed record FitReason(bool Required, string Code, IReadOnlyDictionary<string, object?> Members, string Sentence, string Change);
