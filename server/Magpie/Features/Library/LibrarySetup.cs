using Magpie.Features.Library.Actions;
using Magpie.Features.Library.Sharing;
using Magpie.Features.Library.Trash;
using Magpie.Platform.Database.Search;
using Magpie.Platform.Scheduling;
using Quartz;

namespace Magpie.Features.Library;

internal static class LibrarySetup
{
    public static void AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<WalkSizes>();
        services.AddScoped<AssetQuery>();
        services.AddScoped<AssetFilterReader>();
        services.AddScoped<AssetReader>();
        services.AddScoped<AssetBadges>();
        services.AddScoped<AssetRemoval>();
        services.AddScoped<AssetTrash>();
        services.AddScoped<AssetActions>();
        services.AddScoped<LabelActions>();
        services.AddScoped<MoveAction>();
        services.AddScoped<HoldingPosts>();
        services.AddScoped<RenditionKeeping>();
        services.AddScoped<RenditionFiles>();
        services.AddScoped<CleanFiles>();
        services.AddHostedService<UnqueuedAssets>();
    }

    public static void AddLibraryJobs(this IQuartzBuilder quartz)
    {
        // Recovery: what was being processed when the server was killed begins again as soon as it is back.
        quartz.AddJob<ProcessAssetJob>(job => job.WithIdentity(AssetQueue.Job).StoreDurably().RequestRecovery());
        quartz.ScheduleJob<ProcessingWatchdog>(
            trigger => trigger.WithIdentity("processing-watchdog").WithSimpleSchedule(TimeSpan.FromMinutes(1)),
            job => job.WithIdentity(ProcessingWatchdog.Key));
        quartz.ScheduleJob<JudgeAnewJob>(
            trigger => trigger.WithIdentity("judge-anew").StartNow(),
            job => job.WithIdentity(JudgeAnewJob.Key));
        quartz.ScheduleJob<TrashSweep>(
            trigger => trigger.WithIdentity("trash-sweep").WithSimpleSchedule(TimeSpan.FromMinutes(1)),
            job => job.WithIdentity(TrashSweep.Key));
    }
}
