using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform.Web;

namespace Magpie.Features.Library;

/// <summary>What a list of assets is narrowed to. The same for the list, its summary and, later, actions on many.</summary>
/// <param name="Q">Any part of the name, in any case.</param>
/// <param name="Group">The caller's first group where none is named.</param>
public sealed record AssetFilter(Choice<MediaKind>? Kind, Choice<AssetStatus>? Status, string? Q, Guid? Group)
{
    internal IQueryable<Asset> Apply(IQueryable<Asset> assets)
    {
        if (Kind?.Value is { } kind)
        {
            assets = assets.Where(a => a.Kind == kind);
        }

        if (Status?.Value is { } status)
        {
            assets = assets.Where(a => a.Status == status);
        }

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var part = FileNames.ForSearch(Q.Trim());
            assets = assets.Where(a => a.SearchName.Contains(part));
        }

        return assets;
    }
}
