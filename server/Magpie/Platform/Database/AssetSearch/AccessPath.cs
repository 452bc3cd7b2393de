using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>What a query goes along, newest first, while it looks at everything else for each row.</summary>
internal abstract record AccessPath
{
    /// <summary>Along an index of assets, which then holds their own conditions.</summary>
    internal sealed record Assets(string Index) : AccessPath;

    internal sealed record OfLabel(Label Label) : AccessPath;

    internal sealed record OfStar(Guid MemberId) : AccessPath;

    internal sealed record OfProfile(Guid ProfileId) : AccessPath;

    internal sealed record OfName(string Part) : AccessPath;

    /// <param name="Masks">Of surfaces, all that are in the group and have the one that is asked for.</param>
    internal sealed record OfFit(IReadOnlyList<long> Masks) : AccessPath;

    /// <summary>The index that serves these criteria best while none of them is rare.</summary>
    public static Assets AlongAll(AssetCriteria criteria) =>
        new(
            criteria switch
            {
                { Trashed: true } => "Assets_NewestInTrash",
                { Kind: not null, Status: not null } => "Assets_NewestOfKindAndStatus",
                { Kind: not null } => "Assets_NewestOfKind",
                { Status: not null } => "Assets_NewestOfStatus",
                _ => "Assets_Newest",
            }
        );

    public static Assets AlongUsed { get; } = new("Assets_NewestUsed");

    /// <summary>Those that were not uploaded; among them of one status where one is asked for.</summary>
    public static Assets AlongOrigin(AssetCriteria criteria) =>
        new(criteria.Status is null ? "Assets_NewestOfOrigin" : "Assets_NewestOfOriginAndStatus");

    /// <summary>Adds what makes the walk; the criteria of the walk's own index are among it.</summary>
    /// <param name="alone">Only the walk itself is asked, nothing of the assets on it.</param>
    public void AddTo(AssetSql sql, AssetCriteria criteria, SqlDialect dialect, bool alone = false)
    {
        switch (this)
        {
            case Assets(var index):
                sql.WalkAssets(index);
                break;
            case OfLabel(var label):
                sql.Walk("\"AssetLabels\"", "\"Position\"", alone);
                sql.Where($"w.\"LabelId\" = {sql.Parameter(label.Id)}");
                break;
            case OfStar(var member):
                sql.Walk("\"Stars\"", "\"Position\"", alone);
                sql.Where($"w.\"UserId\" = {sql.Parameter(dialect.Key(member))}");
                break;
            case OfProfile(var profile):
                // Several posts may hold the same asset.
                sql.Walk(
                    $"(SELECT DISTINCT \"Position\" FROM \"PostAssets\" WHERE \"ProfileId\" = {sql.Parameter(dialect.Key(profile))})",
                    "\"Position\"",
                    alone
                );
                break;
            case OfName(var part):
                dialect.WalkNames(sql, part);
                break;
            case OfFit(var masks):
                dialect.WalkFits(sql, criteria.GroupId, masks);
                break;
        }

        if (alone && this is not Assets)
        {
            return;
        }

        sql.Where($"a.\"GroupId\" = {sql.Parameter(dialect.Key(criteria.GroupId))}");
        sql.Where(criteria.Trashed ? "a.\"TrashedAt\" IS NOT NULL" : "a.\"TrashedAt\" IS NULL");
        // These few values stand in the text, so that a plan that PostgreSQL keeps knows how frequent they are.
        if (criteria.Kind is { } kind)
        {
            sql.Where($"a.\"Kind\" = '{kind}'");
        }

        if (criteria.Status is { } status)
        {
            sql.Where($"a.\"Status\" = '{status}'");
        }

        if (criteria.Origin is { } origin)
        {
            sql.Where($"a.\"Origin\" = '{origin}'{(origin is AssetOrigin.Upload ? "" : " AND a.\"Origin\" <> 'Upload'")}");
        }

        // "PostCount" is asked as well as the posts, because an index of only the used ones answers to it.
        if (criteria.Usage is Usage.Used || criteria.HeldOn is not null)
        {
            sql.Where("a.\"PostCount\" > 0");
        }
    }
}
