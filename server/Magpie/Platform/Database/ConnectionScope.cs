using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

internal static class ConnectionScope
{
    /// <summary>
    /// Keeps the connection open for several queries; otherwise each one takes one from the pool, sets it up and returns it.
    /// </summary>
    public static async Task<IAsyncDisposable> KeepOpenAsync(this MagpieDbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new Open(db);
    }

    private sealed class Open(MagpieDbContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
    }
}
