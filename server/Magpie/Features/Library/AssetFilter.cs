using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform.Web;

namespace Magpie.Features.Library;

/// <summary>The statuses of an asset, and <c>tiktok</c>: ready ones used in a post for a TikTok profile.</summary>
public enum StatusFilter
{
    Processing,
    Ready,
    Draft,
    Failed,
    Tiktok,
}

/// <summary>
/// What a list of assets is narrowed to; everything that is set must hold. The same for lists, summaries and actions on many.
/// </summary>
/// <param name="Q">Any part of the name, in any case and script.</param>
/// <param name="Label">Names of labels; an asset must carry each of them.</param>
/// <param name="Starred">By the caller.</param>
/// <param name="Usage">Held by a post, in any state, or by none; of the profile where one is named.</param>
/// <param name="Fits">A network surface such as <c>instagram.reel</c> whose requirements the asset meets.</param>
/// <param name="Group">The caller's first group where none is named.</param>
/// <param name="Trash">What was deleted in the last 30 days, instead of the library.</param>
public sealed record AssetFilter(
    EnumName<MediaKind>? Kind = null,
    EnumName<StatusFilter>? Status = null,
    string? Q = null,
    string[]? Label = null,
    bool? Starred = null,
    EnumName<Usage>? Usage = null,
    Guid? Profile = null,
    EnumName<AssetOrigin>? Origin = null,
    string? Fits = null,
    Guid? Group = null,
    bool? Trash = null
);
