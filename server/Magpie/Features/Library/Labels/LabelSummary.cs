using Magpie.Model.Library;

namespace Magpie.Features.Library.Labels;

/// <param name="Count">Assets of the library that carry it.</param>
public sealed record LabelSummary(long Id, string Name, int Count)
{
    internal static LabelSummary Of(Label label) => new(label.Id, label.Name, label.AssetCount);
}
