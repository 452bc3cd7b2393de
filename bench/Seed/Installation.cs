using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Bench.Seed;

/// <summary>What is there before anything is made up.</summary>
/// <param name="End">Everything made up is older than this, and so than everything real.</param>
internal sealed record Installation(
    Guid WorkspaceId,
    Guid GroupId,
    Guid OwnerId,
    DateTime End,
    IReadOnlyList<Asset> Pictures,
    IReadOnlyList<Asset> Videos
)
{
    public static MagpieDbContext Open(string place) =>
        place.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new PostgresMagpieDbContext(new DbContextOptionsBuilder<PostgresMagpieDbContext>().UseNpgsql(place).Options)
            : new SqliteMagpieDbContext(
                new DbContextOptionsBuilder<SqliteMagpieDbContext>()
                    .UseSqlite($"Data Source={Path.Combine(place, "magpie.db")};Mode=ReadWrite;Foreign Keys=False")
                    .Options
            );

    public static async Task<Installation> ReadAsync(MagpieDbContext db)
    {
        var group = await db.Groups.OrderBy(g => g.Id).FirstAsync();
        var owner = await db.GroupMembers.Where(m => m.GroupId == group.Id).OrderBy(m => m.UserId).Select(m => m.UserId).FirstAsync();
        var assets = await db
            .Assets.AsNoTracking()
            .Where(a => a.GroupId == group.Id && a.Status == AssetStatus.Ready && a.TrashedAt == null)
            .Include(a => a.Renditions)
            .OrderBy(a => a.Position)
            .ToListAsync();
        var (pictures, videos) = (assets.FindAll(a => a.Kind is MediaKind.Image), assets.FindAll(a => a.Kind is MediaKind.Video));
        return pictures.Count > 0 && videos.Count > 0
            ? new(group.WorkspaceId, group.Id, owner, assets[0].CreatedAt.AddMinutes(-1), pictures, videos)
            : throw new InvalidOperationException("The first group needs a ready picture and a ready video whose files can be borrowed.");
    }
}
