using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>An asset together with single values from other tables.</summary>
/// <param name="Editor">Who changed the note last.</param>
internal sealed record AssetRow(Asset Asset, string? Creator, string? Editor, bool Starred, string? LinkToken);

internal sealed record AssetLabelRow(long Position, string Name, string SearchName);

internal sealed record AssetPostRow(
    long Position,
    Guid PostId,
    Guid ProfileId,
    Network Network,
    string Handle,
    PostState State,
    DateTime? LocalTime,
    DateTime? ScheduledAt
);

/// <summary>
/// The queries for a page of the library. Compiled, because EF Core otherwise analyses a query on each call to find it in its cache, which
/// for a page takes about as long as reading it.
/// </summary>
internal static class AssetPageQueries
{
    private static readonly Func<MagpieDbContext, IReadOnlyCollection<long>, Guid, IAsyncEnumerable<AssetRow>> Rows = EF.CompileAsyncQuery(
        (MagpieDbContext db, IReadOnlyCollection<long> positions, Guid reader) =>
            db
                .Assets.AsNoTracking()
                .Where(a => positions.Contains(a.Position))
                .OrderByDescending(a => a.Position)
                .Select(a => new AssetRow(
                    a,
                    db.Users.Where(u => u.Id == a.CreatedById).Select(u => u.Name).FirstOrDefault(),
                    db.Users.Where(u => u.Id == a.NoteChangedById).Select(u => u.Name).FirstOrDefault(),
                    db.Stars.Any(s => s.UserId == reader && s.Position == a.Position),
                    db.PublicLinks.Where(l => l.AssetId == a.Id).Select(l => l.Token).FirstOrDefault()
                ))
    );

    private static readonly Func<MagpieDbContext, IReadOnlyCollection<long>, IAsyncEnumerable<Rendition>> Renditions = EF.CompileAsyncQuery(
        (MagpieDbContext db, IReadOnlyCollection<long> positions) =>
            db
                .Assets.Where(a => positions.Contains(a.Position))
                .SelectMany(a => a.Renditions)
                .AsNoTracking()
                .Where(r => r.Kind != RenditionKind.Clean)
    );

    private static readonly Func<MagpieDbContext, IReadOnlyCollection<long>, IAsyncEnumerable<AssetLabelRow>> Labels = EF.CompileAsyncQuery(
        (MagpieDbContext db, IReadOnlyCollection<long> positions) =>
            db
                .AssetLabels.Where(l => positions.Contains(l.Position))
                .Join(
                    db.Labels,
                    l => l.LabelId,
                    l => l.Id,
                    (carried, label) => new AssetLabelRow(carried.Position, label.Name, label.SearchName)
                )
    );

    private static readonly Func<MagpieDbContext, IReadOnlyCollection<long>, IAsyncEnumerable<AssetPostRow>> Posts = EF.CompileAsyncQuery(
        (MagpieDbContext db, IReadOnlyCollection<long> positions) =>
            db
                .PostAssets.Where(h => positions.Contains(h.Position))
                .Join(db.Posts, h => h.PostId, p => p.Id, (h, post) => new { h.Position, post })
                .Join(
                    db.Profiles,
                    h => h.post.ProfileId,
                    f => f.Id,
                    (h, profile) =>
                        new AssetPostRow(
                            h.Position,
                            h.post.Id,
                            profile.Id,
                            profile.Network,
                            profile.Handle,
                            h.post.State,
                            h.post.LocalTime,
                            h.post.ScheduledAt
                        )
                )
    );

    /// <summary>The assets at these positions, newest first.</summary>
    /// <param name="reader">Whose stars to show.</param>
    public static ValueTask<List<AssetRow>> AssetsAtAsync(
        this MagpieDbContext db,
        IReadOnlyCollection<long> positions,
        Guid reader,
        CancellationToken ct
    ) => Rows(db, positions, reader).ToListAsync(ct);

    /// <summary>The renditions that a page shows, by asset.</summary>
    public static async Task<ILookup<Guid, Rendition>> RenditionsAtAsync(
        this MagpieDbContext db,
        IReadOnlyCollection<long> positions,
        CancellationToken ct
    ) => (await Renditions(db, positions).ToListAsync(ct)).OrderBy(r => r.Kind).ToLookup(r => r.AssetId);

    /// <summary>The label names of these assets, in alphabetical order.</summary>
    public static async Task<ILookup<long, string>> LabelsAtAsync(
        this MagpieDbContext db,
        IReadOnlyCollection<long> positions,
        CancellationToken ct
    ) =>
        (await Labels(db, positions).ToListAsync(ct))
            .OrderBy(l => l.SearchName, StringComparer.Ordinal)
            .ToLookup(l => l.Position, l => l.Name);

    /// <summary>The posts that use them; one that uses an asset twice is listed twice.</summary>
    public static ValueTask<List<AssetPostRow>> PostsAtAsync(
        this MagpieDbContext db,
        IReadOnlyCollection<long> positions,
        CancellationToken ct
    ) => Posts(db, positions).ToListAsync(ct);
}
