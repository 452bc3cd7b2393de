using Microsoft.EntityFrameworkCore;
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
            builder.Services.AddDbContextPool<MagpieDbContext, PostgresMagpieDbContext>(db => db.UseNpgsql(WithDefaults(options.Postgres!)));
        }
        else
        {
            builder.Services.AddDbContextPool<MagpieDbContext, SqliteMagpieDbContext>(db =>
                db.UseSqlite($"Data Source={data.Database}", TakeListsAsOneValue).AddInterceptors(new SqlitePragmas()));
        }

        builder.Services.AddSingleton<IngestConnection>();
        builder.Services.AddSingleton<WriteAheadLog>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>So a statement with a list is written once and not anew for each list.</summary>
    internal static void TakeListsAsOneValue(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>Brings the schema up to date. EF Core holds a lock in the database meanwhile, so nodes that start together do not collide.</summary>
    public static async Task MigrateDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MagpieDbContext>().Database;
        var ct = app.Lifetime.ApplicationStopping;
        if (database.IsSqlite())
        {
            app.Services.GetRequiredService<WriteAheadLog>().Open(app.Services.GetRequiredService<DataFolder>().Database);
        }

        // Otherwise the first start on PostgreSQL logs an error for the table that is not there yet.
        await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);

        // Asked first, because migrating builds the whole model twice more even where nothing is to be done.
        if ((await database.GetPendingMigrationsAsync(ct)).Any())
        {
            await database.MigrateAsync(ct);
        }
    }

    /// <summary>What an operator sets in the string itself stays as it is.</summary>
    internal static string WithDefaults(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // ContainsKey answers whether a key exists at all.
        var set = settings.Keys.Cast<string>().ToHashSet();
        if (!set.Contains("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 200;
        }

        if (!set.Contains("No Reset On Close"))
        {
            // Nothing here changes a session, so there is nothing to put back between two statements.
            settings.NoResetOnClose = true;
        }

        if (!set.Contains("Options"))
        {
            // Compiling a plan takes longer than any of ours runs, and so does starting processes to share it.
            settings.Options = "-c jit=off -c max_parallel_workers_per_gather=0";
        }

        return settings.ConnectionString;
    }
}
