using Magpie.Model.Accounts;
using Magpie.Model.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

internal static class UploadAccess
{
    /// <summary>An upload belongs to the person who began it; for anyone else it is not there.</summary>
    public static Task<Upload?> FindUploadAsync(this MagpieDbContext db, Guid uploadId, Caller caller, CancellationToken ct) =>
        db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && u.UserId == caller.UserId && (caller.OnlyGroup == null || u.GroupId == caller.OnlyGroup), ct);
}
