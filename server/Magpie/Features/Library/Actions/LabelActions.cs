using Magpie.Core.Labels;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Actions;

internal sealed class LabelActions(MagpieDbContext db, TimeProvider time)
{
    private static readonly RuleViolation NoneNamed = new RuleViolation("label-empty", "Name at least one label.").With(
        ("reason", "noneNamed")
    );

    private static readonly RuleViolation TooManyLabels = new RuleViolation(
        "too-many-labels",
        $"It would have more than {Label.MaxPerAsset} labels. Remove some first."
    ).With(("reason", "asset"), ("limit", Label.MaxPerAsset));

    public async Task<(IReadOnlyList<ActionResult> Results, RuleViolation? Refusal)> AddAsync(
        IReadOnlyList<Asset> assets,
        IReadOnlyList<string> sent
    )
    {
        var (names, violation) = Read(sent);
        if (violation is not null)
        {
            return ([], violation);
        }

        var changed = new HashSet<long>();
        var full = new Dictionary<long, RuleViolation>();
        foreach (var group in assets.GroupBy(asset => asset.GroupId))
        {
            var labels = await db.EnsureLabelsAsync(group.Key, names, time.GetUtcNow().UtcDateTime, CancellationToken.None);
            if (labels.Count < names.DistinctBy(Label.Identify).Count())
            {
                return ([], Label.GroupIsFull);
            }

            var positions = await WithRoomAsync([.. group], labels, full);
            foreach (var label in labels)
            {
                changed.UnionWith(await db.AddLabelAsync(label.Id, positions, CancellationToken.None));
            }
        }

        return (AssetActions.Outcomes(assets, changed, full), null);
    }

    public async Task<(IReadOnlyList<ActionResult> Results, RuleViolation? Refusal)> RemoveAsync(
        IReadOnlyList<Asset> assets,
        IReadOnlyList<string> sent
    )
    {
        var (names, violation) = Read(sent);
        if (violation is not null)
        {
            return ([], violation);
        }

        var changed = new HashSet<long>();
        foreach (var group in assets.GroupBy(asset => asset.GroupId))
        {
            foreach (var label in await db.FindLabelsAsync(group.Key, names, CancellationToken.None))
            {
                changed.UnionWith(await db.RemoveLabelAsync(label.Id, [.. group.Select(asset => asset.Position)], CancellationToken.None));
            }
        }

        return (AssetActions.Outcomes(assets, changed), null);
    }

    private static (List<string> Names, RuleViolation? Violation) Read(IReadOnlyList<string> sent)
    {
        var names = new List<string>();
        foreach (var text in sent)
        {
            var (name, violation) = Label.Read(text);
            if (violation is not null)
            {
                return ([], violation);
            }

            names.Add(name!);
        }

        return names.Count == 0 ? ([], NoneNamed) : (names, null);
    }

    /// <summary>The positions of assets that have room for these labels; the others get a reason.</summary>
    private async Task<List<long>> WithRoomAsync(List<Asset> assets, List<Label> labels, Dictionary<long, RuleViolation> full)
    {
        var positions = assets.ConvertAll(asset => asset.Position);
        var ids = labels.ConvertAll(label => label.Id);
        var counts = await db
            .AssetLabels.Where(l => positions.Contains(l.Position) && !ids.Contains(l.LabelId))
            .GroupBy(l => l.Position)
            .Where(g => g.Count() > Label.MaxPerAsset - ids.Count)
            .Select(g => g.Key)
            .ToListAsync();
        foreach (var position in counts)
        {
            full[position] = TooManyLabels;
        }

        return positions.FindAll(position => !full.ContainsKey(position));
    }
}
