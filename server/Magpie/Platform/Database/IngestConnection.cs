using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>
/// The connection for taking in files and storing what is found out about them. With SQLite there is a single one, kept open and used in
/// turns: if several connections wrote, each would lose its page cache whenever another had written, and they would sleep while waiting for
/// each other. With PostgreSQL each request has its own.
/// </summary>
internal sealed class IngestConnection : IDisposable
{
    private readonly SemaphoreSlim free = new(1);
    private SqliteMagpieDbContext? kept;

    /// <param name="own">The request's own context. When the two are not the same, it takes no part in what is done here.</param>
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

    /// <summary>A context for exclusive use until it is disposed of. An uncommitted transaction is rolled back then.</summary>
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
