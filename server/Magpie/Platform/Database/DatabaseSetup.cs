using Magpie.Platform.Database.Keys;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Magpie.Platform.Database;

internal static class DatabaseSetup
{
    public static void AddMagpieDatabase(this WebApplicationBuilder builder, DataFolder data)
    {
        var options = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();

        if (options.UsesPostgres)
        {
            builder.Services.AddDbContextPool<MagpieDbContext, PostgresMagpieDbContext>(db =>
                db.UseNpgsql(WithDefaults(options.Postgres!)).ConfigureWarnings(LeaveToWhoeverCatches)
            );
        }
        else
        {
            builder.Services.AddDbContextPool<MagpieDbContext, SqliteMagpieDbContext>(db =>
                db.UseSqlite($"Data Source={data.Database}", TakeListsAsOneValue)
                    .AddInterceptors(new SqlitePragmas())
                    .ConfigureWarnings(LeaveToWhoeverCatches)
            );
            builder.Services.AddSingleton<SqliteIntegrity>();
            builder.Services.AddHostedService(services => services.GetRequiredService<SqliteIntegrity>());
        }

        builder.Services.AddSingleton<IngestConnection>();
        builder.Services.AddSingleton<WriteAheadLog>();
        builder
            .Services.AddOptions<DatabaseOptions>()
            .BindConfiguration(DatabaseOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddOptions<InstallationOptions>().BindConfiguration(InstallationOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<Installation>();
        builder.Services.AddKeyRing();
        builder.Services.AddSingleton<DatabaseState>();
        builder.Services.AddSingleton<DatabaseWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseWatch>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>So that a statement with a list is translated once, and not again for each list.</summary>
    internal static void TakeListsAsOneValue(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>
    /// Brings the schema up to date. EF Core holds a lock in the database meanwhile, so nodes that start together do not collide.
    /// </summary>
    /// <exception cref="StartRefusedException">
    /// It is not ours to use: a newer Magpie has made it, or one from before the first release; it belongs to another data folder; or it is
    /// new and the files of a library are not.
    /// </exception>
    public static async Task MigrateDatabaseAsync(this WebApplication app)
    {
        var data = app.Services.GetRequiredService<DataFolder>();
        data.Check();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
        var ct = app.Lifetime.ApplicationStopping;
        if (db is SqliteMagpieDbContext)
        {
            if (!File.Exists(data.Database))
            {
                // Checked before anything is created that would be in the way of a restored database.
                RefuseBesideFilesOf(data);
            }

            app.Services.GetRequiredService<WriteAheadLog>().Open(data.Database);
        }

        // Otherwise the first start on PostgreSQL logs an error for the missing table.
        await db.Database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);

        var (applied, known) = ((await db.Database.GetAppliedMigrationsAsync(ct)).ToList(), db.Database.GetMigrations().ToList());
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new StartRefusedException(
                string.CompareOrdinal(unknown, known[0]) < 0
                    ? $"The database was made by a Magpie from before the first release ({unknown}), and this one cannot use it; nothing "
                        + $"was changed. Start anew with {AnotherPlace(db)}, or start the version that made it and export the originals."
                    : $"The database was made by a newer Magpie: this one does not know {unknown}. Start that one again, or restore a "
                        + "backup from before the update."
            );
        }

        if (applied.Count == 0)
        {
            RefuseBesideFilesOf(data);
        }

        // Checked first, because migrating builds the whole model twice more even when there is nothing to do.
        if (known.Except(applied).Any())
        {
            await db.Database.MigrateAsync(ct);
        }

        if (db is PostgresMagpieDbContext)
        {
            await app.Services.GetRequiredService<Installation>().CheckAsync(db, ct);
            app.Services.GetRequiredService<DatabaseState>().NoteSound();
        }
    }

    private static string AnotherPlace(MagpieDbContext db) =>
        db is PostgresMagpieDbContext ? "another PostgreSQL database and another folder in MAGPIE_DATA" : "another folder in MAGPIE_DATA";

    private static void RefuseBesideFilesOf(DataFolder data)
    {
        var originals = Path.Combine(data.Blobs, BlobKeys.Originals);
        if (Directory.Exists(originals) && Directory.EnumerateFiles(originals, "*", SearchOption.AllDirectories).Any())
        {
            throw new StartRefusedException(
                $"The database is empty, and {data.Blobs} holds the files of a library: beside an empty one they would count as "
                    + "nobody's. Restore the database from a backup. To begin anew, move that folder away."
            );
        }
    }

    // These errors are also thrown, and logged once by whoever handles them; otherwise a query on a lost connection would log three lines
    // and a stack trace more.
    private static void LeaveToWhoeverCatches(WarningsConfigurationBuilder warnings) =>
        warnings.Log(
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)
        );

    /// <summary>Whatever the operator sets in the connection string stays.</summary>
    internal static string WithDefaults(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // ContainsKey tells whether a keyword exists at all.
        var set = settings.Keys.Cast<string>().ToHashSet();
        if (!set.Contains("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 200;
        }

        if (!set.Contains("No Reset On Close"))
        {
            // Nothing here changes a session, so there is nothing to reset between two uses.
            settings.NoResetOnClose = true;
        }

        if (!set.Contains("Options"))
        {
            // JIT compilation takes longer than any of our queries, and so does starting parallel workers.
            settings.Options = "-c jit=off -c max_parallel_workers_per_gather=0";
        }

        return settings.ConnectionString;
    }
}
