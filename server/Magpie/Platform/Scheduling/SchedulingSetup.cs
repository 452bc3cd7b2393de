using Magpie.Platform.Database;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Magpie.Platform.Scheduling;

internal static class SchedulingSetup
{
    /// <summary>Quartz with its persistent store: a SQLite file of its own, or tables in PostgreSQL shared by all nodes.</summary>
    public static void AddScheduling(this WebApplicationBuilder builder, DataFolder data, Action<IQuartzBuilder> addJobs)
    {
        var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        var jobsFile = $"Data Source={data.Jobs}";
        try
        {
            if (!database.UsesPostgres)
            {
                LetReadersAndWritersMeet(jobsFile);
            }
        }
        catch (SqliteException)
        {
            // What is wrong with the folder is said at the start, in one line.
        }

        builder.Services.AddQuartz(quartz =>
        {
            // One more than the cores: a long video on each must not hold up what runs every minute.
            quartz.UseDefaultThreadPool(Environment.ProcessorCount + 1);
            // A stop takes the work out of the hands of what is running; it is begun again at the next start.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
                if (database.UsesPostgres)
                {
                    store.UsePostgres(database.Postgres!);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(jobsFile);
                }
            });
            addJobs(quartz);
        });
        builder.Services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        builder.Services.AddSingleton<AssetQueue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AssetQueue>());
        builder.Services.AddSingleton<PostClock>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PostClock>());
    }

    private static void LetReadersAndWritersMeet(string jobsFile)
    {
        using var connection = new SqliteConnection(jobsFile);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }
}
