using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Model.Library;

public enum Usage
{
    Used,
    Unused,
}

/// <summary>What a list of assets is narrowed to; everything that is set must hold.</summary>
public sealed record AssetCriteria
{
    public required Guid GroupId { get; init; }

    /// <summary>The trash instead of the library.</summary>
    public bool Trashed { get; init; }

    public MediaKind? Kind { get; init; }
    public AssetStatus? Status { get; init; }

    /// <summary>Any part of the name, folded as <see cref="Asset.SearchName"/> is.</summary>
    public string? NamePart { get; init; }

    /// <summary>An asset must carry each of them.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>Starred by this member.</summary>
    public Guid? StarredBy { get; init; }

    /// <summary>Held by a post or by none; of the profile where one is named, else of any.</summary>
    public Usage? Usage { get; init; }

    public Guid? ProfileId { get; init; }

    /// <summary>Held by a post for a profile on this network.</summary>
    public Network? UsedOnNetwork { get; init; }

    public AssetOrigin? Origin { get; init; }

    /// <summary>A bit of <see cref="Asset.FitsUsable"/>.</summary>
    public long? Fits { get; init; }
}
