using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Magpie.Platform.Database;

/// <summary>
/// Settings that SQLite needs again for each connection. <c>busy_timeout</c>: a writer waits for another one inside SQLite, in steps of a
/// few milliseconds, instead of the driver's 150 ms. <c>mmap_size</c>: all of a large database (as much as SQLite can map), because each
/// unmapped page is copied by a system call. <c>wal_autocheckpoint</c>: 64 MB of log before a commit has to checkpoint; usually <see
/// cref="WriteAheadLog"/> has done so earlier, while nobody was writing.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA "
        + "mmap_size = 2147418112; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 16000;";

    // The pool reuses the same few connections; each keeps its settings for as long as it lives.
    private readonly ConditionalWeakTable<object, object> settled = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (((SqliteConnection)connection).Handle is { } handle && !settled.TryGetValue(handle, out _))
        {
            Apply(connection);
            settled.AddOrUpdate(handle, this);
        }
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // The driver is synchronous in any case.
    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
