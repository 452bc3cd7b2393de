using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Assets with all of these labels.</summary>
internal sealed class LabelFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Labels.Count > 0;

    // The counters know how many assets have one label, not how many have two.
    public override Counters CountedIn => Counters.Labels;

    public override IQueryable<LabelCount> Narrow(IQueryable<LabelCount> counts, AssetCriteria criteria)
    {
        var label = criteria.Labels[0].Id;
        return counts.Where(c => c.LabelId == label && c.Count > 0);
    }

    public override AccessPath? PathFor(AssetCriteria criteria) =>
        criteria.Labels.MinBy(label => label.AssetCount) is { } rarest ? new OfLabel(rarest) : null;

    public override int LookUpsFor(AssetCriteria criteria) => criteria.Labels.Count;

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        foreach (var label in criteria.Labels.Where(label => path is not OfLabel(var walked) || walked.Id != label.Id))
        {
            sql.WhereThereIs($"\"AssetLabels\" AS l WHERE l.\"LabelId\" = {sql.Parameter(label.Id)} AND l.\"Position\" = {sql.KeyColumn}");
        }
    }

    private sealed record OfLabel(Label Label) : AccessPath
    {
        public override int? KnownSize => Label.AssetCount;

        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly)
        {
            sql.Walk("\"AssetLabels\"", "\"Position\"", keysOnly);
            sql.Where($"w.\"LabelId\" = {sql.Parameter(Label.Id)}");
        }
    }
}
