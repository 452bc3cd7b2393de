using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Model.Library;

public enum Usage
{
    Used,
    Unused,
}

/// <summary>What a list of assets is filtered by; all that is set must match.</summary>
public sealed record AssetCriteria
{
    public required Guid GroupId { get; init; }

    /// <summary>List the trash instead of the library.</summary>
    public bool Trashed { get; init; }

    public MediaKind? Kind { get; init; }
    public AssetStatus? Status { get; init; }

    /// <summary>Matches any part of the name, folded like <see cref="Asset.SearchName"/>.</summary>
    public string? NamePart { get; init; }

    /// <summary>An asset must have all of them.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>Starred by this member.</summary>
    public Guid? StarredBy { get; init; }

    /// <summary>Used in a post or in none; of this profile if one is given, else of any.</summary>
    public Usage? Usage { get; init; }

    public Guid? ProfileId { get; init; }

    /// <summary>Used in a post for a profile on this network.</summary>
    public Network? UsedOnNetwork { get; init; }

    public AssetOrigin? Origin { get; init; }

    /// <summary>One bit of <see cref="Asset.FitsUsable"/>.</summary>
    public long? Fits { get; init; }
}
