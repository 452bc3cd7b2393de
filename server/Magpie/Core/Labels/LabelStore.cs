using Magpie.Core.Quota;
using Magpie.Model.Library;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Labels;

/// <summary>The labels of a group and the assets that carry them.</summary>
internal static class LabelStore
{
    // Compiled, because every search by label asks this; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, Guid, IReadOnlyCollection<string>, IAsyncEnumerable<Label>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid group, IReadOnlyCollection<string> searchNames) =>
            db.Labels.AsNoTracking().Where(l => l.GroupId == group && searchNames.Contains(l.SearchName))
    );

    /// <summary>
    /// The labels with these names; missing ones are created as far as the group has room. If it has none, labels without assets are
    /// deleted to make room. The caller's transaction holds the workspace's row, so that everybody who creates labels counts those of the
    /// others.
    /// </summary>
    public static async Task<List<Label>> EnsureLabelsAsync(
        this MagpieDbContext db,
        Guid groupId,
        IReadOnlyCollection<string> names,
        DateTime now,
        CancellationToken ct
    )
    {
        var known = await db.FindLabelsAsync(groupId, names, ct);
        var missing = names.Where(name => known.All(label => label.SearchName != Label.Identify(name))).DistinctBy(Label.Identify).ToList();
        if (missing.Count == 0)
        {
            return known;
        }

        var room = Label.MaxPerGroup - await db.Labels.CountAsync(l => l.GroupId == groupId, ct);
        if (missing.Count > room)
        {
            var wanted = known.ConvertAll(label => label.Id);
            room += await db
                .Labels.Where(l =>
                    l.GroupId == groupId && !wanted.Contains(l.Id) && !db.AssetLabels.Any(carried => carried.LabelId == l.Id)
                )
                .ExecuteDeleteAsync(ct);
        }

        var dialect = SqlDialect.Of(db);
        foreach (var name in missing.Take(room))
        {
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"Labels\" (\"GroupId\", \"Name\", \"SearchName\", \"CreatedAt\") VALUES ({0}, {1}, {2}, {3}) ON "
                    + "CONFLICT (\"GroupId\", \"SearchName\") DO NOTHING",
                [dialect.Key(groupId), name, Label.Identify(name), dialect.Moment(now)],
                ct
            );
        }

        return await db.FindLabelsAsync(groupId, names, ct);
    }

    /// <summary>
    /// Until the transaction ends, nobody else can rename, merge, delete or assign labels in this label's workspace. False when the label
    /// is gone.
    /// </summary>
    public static async Task<bool> HoldAsync(this MagpieDbContext db, Label label, CancellationToken ct)
    {
        await db.LockQuotaOfGroupAsync(label.GroupId, ct);
        await db.Entry(label).ReloadAsync(ct);
        return db.Entry(label).State is not EntityState.Detached;
    }

    /// <summary>The group's labels with these names.</summary>
    public static async Task<List<Label>> FindLabelsAsync(
        this MagpieDbContext db,
        Guid groupId,
        IEnumerable<string> names,
        CancellationToken ct
    ) => await Find(db, groupId, [.. names.Select(Label.Identify).Distinct()]).ToListAsync(ct);

    /// <summary>
    /// Like <see cref="FindLabelsAsync"/>, but a name without an exact match also finds the only label that is the same without accents.
    /// </summary>
    public static async Task<List<Label>> LookUpLabelsAsync(
        this MagpieDbContext db,
        Guid groupId,
        IReadOnlyCollection<string> names,
        CancellationToken ct
    )
    {
        var found = await db.FindLabelsAsync(groupId, names, ct);
        var missing = names.Where(name => found.All(label => label.SearchName != Label.Identify(name))).Select(SearchText.Fold).ToHashSet();
        if (missing.Count > 0)
        {
            var alike = await db.Labels.AsNoTracking().Where(l => l.GroupId == groupId).ToListAsync(ct);
            found.AddRange(
                alike
                    .GroupBy(label => SearchText.Fold(label.Name))
                    .Where(same => missing.Contains(same.Key) && same.Count() == 1)
                    .Select(same => same.Single())
            );
        }

        return found;
    }

    /// <summary>Moves all assets from one label to the other, and deletes the first.</summary>
    public static async Task MergeLabelsAsync(this MagpieDbContext db, long from, long into)
    {
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"AssetLabels\" (\"LabelId\", \"Position\") SELECT {0}, \"Position\" FROM \"AssetLabels\" WHERE "
                + "\"LabelId\" = {1} ON CONFLICT DO NOTHING",
            into,
            from
        );
        await db.AssetLabels.Where(l => l.LabelId == from).ExecuteDeleteAsync();
        await db.Labels.Where(l => l.Id == from).ExecuteDeleteAsync();
    }

    /// <summary>Puts a label on assets; those that have it already stay as they are. Returns the others.</summary>
    public static Task<List<long>> AddLabelAsync(
        this MagpieDbContext db,
        long labelId,
        IReadOnlyCollection<long> positions,
        CancellationToken ct
    ) =>
        db.UpdateReturningAsync(
            "INSERT INTO \"AssetLabels\" (\"LabelId\", \"Position\") SELECT {0}, \"Position\" FROM \"Assets\" WHERE \"Position\" "
                + "IN (:positions) ON CONFLICT DO NOTHING RETURNING \"Position\" AS \"Value\"",
            positions,
            [labelId],
            ct
        );

    /// <summary>Takes a label off assets. Returns those that had it.</summary>
    public static Task<List<long>> RemoveLabelAsync(
        this MagpieDbContext db,
        long labelId,
        IReadOnlyCollection<long> positions,
        CancellationToken ct
    ) =>
        db.UpdateReturningAsync(
            "DELETE FROM \"AssetLabels\" WHERE \"LabelId\" = {0} AND \"Position\" IN (:positions) RETURNING \"Position\" AS \"Value\"",
            positions,
            [labelId],
            ct
        );
}
