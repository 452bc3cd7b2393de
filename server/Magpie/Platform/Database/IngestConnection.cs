using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>
/// The connection over which files are let in, and what is found out about them. With SQLite it is one, kept for as long as the server runs
/// and used in turns: of many that write, each forgets all pages that it has read whenever another one has written, and they wait for each
/// other asleep. With PostgreSQL each request has its own.
/// </summary>
internal sealed class IngestConnection : IDisposable
{
    private readonly SemaphoreSlim free = new(1);
    private SqliteMagpieDbContext? kept;

    /// <param name="own">That of the request; it has no part in what is done in the turn where the two are not the same.</param>
    public async Task<Turn> TakeAsync(MagpieDbContext own)
    {
        if (own is not SqliteMagpieDbContext)
        {
            return new(own, null);
        }

        await free.WaitAsync();
        try
        {
            return new(kept ??= Open(own), free);
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public void Dispose()
    {
        kept?.Database.GetDbConnection().Dispose();
        kept?.Dispose();
        free.Dispose();
    }

    private static SqliteMagpieDbContext Open(MagpieDbContext own)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(own.Database.GetConnectionString()) { Pooling = false }.ConnectionString
        );
        connection.Open();
        SqlitePragmas.Apply(connection);
        PreparedSql.Keep(connection);
        return new(new DbContextOptionsBuilder<SqliteMagpieDbContext>().UseSqlite(connection, DatabaseSetup.TakeListsAsOneValue).Options);
    }

    /// <summary>A context of one's own until it is disposed of. What was begun and not committed is rolled back then.</summary>
    internal sealed class Turn(MagpieDbContext db, SemaphoreSlim? free) : IAsyncDisposable
    {
        public MagpieDbContext Db => db;

        public async ValueTask DisposeAsync()
        {
            if (free is null)
            {
                return;
            }

            try
            {
                db.ChangeTracker.Clear();
                if (db.Database.CurrentTransaction is { } open)
                {
                    await open.DisposeAsync();
                }
            }
            finally
            {
                free.Release();
            }
        }
    }
}
