using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

internal static class ConnectionScope
{
    /// <summary>
    /// Keeps the connection open for several queries in a row; each would else fetch one from the pool, and set it up, and give it back.
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
