using Magpie.Platform.Database;
using Quartz;

namespace Magpie.Platform.Scheduling;

internal static class SchedulingSetup
{
    /// <summary>
    /// Quartz, for clocks and the named sweeps. Rows say what is to be done and when, so with SQLite, where only one server works, Quartz
    /// stores nothing. With PostgreSQL its tables keep several servers from running the same job at once. See docs/decisions/0010.
    /// </summary>
    public static void AddScheduling(this WebApplicationBuilder builder, Action<IQuartzBuilder> addJobs)
    {
        var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(Environment.ProcessorCount + 1);
            // A stop interrupts running jobs; they run again at the next start.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            if (database.UsesPostgres)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.ProvisionSchema();
                    store.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
                    store.UsePostgres(database.Postgres!);
                    store.UseClustering();
                });
            }
            else
            {
                quartz.UseInMemoryStore();
            }

            addJobs(quartz);
        });
        builder.Services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
