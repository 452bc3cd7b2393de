using Magpie.Features.Library.Actions;
using Magpie.Features.Library.Processing;
using Magpie.Features.Library.Sharing;
using Magpie.Features.Library.Trash;
using Magpie.Platform.Database.AssetSearch;
using Quartz;

namespace Magpie.Features.Library;

internal static class LibrarySetup
{
    public static void AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<PathSizeCache>();
        services.AddScoped<AssetSearch>();
        services.AddScoped<AssetFilterReader>();
        services.AddScoped<AssetReader>();
        services.AddScoped<AssetBadges>();
        services.AddScoped<AssetRemoval>();
        services.AddScoped<AssetTrash>();
        services.AddScoped<AssetActions>();
        services.AddScoped<LabelActions>();
        services.AddScoped<MoveAction>();
        services.AddScoped<PostReferenceCheck>();
        services.AddScoped<ProcessAsset>();
        services.AddScoped<ProcessingRows>();
        services.AddScoped<DueAssets>();
        services.AddScoped<RenditionKeeping>();
        services.AddSingleton<RenditionMending>();
        services.AddScoped<RenditionFiles>();
        services.AddScoped<CleanFiles>();
        services.AddScoped<DownloadedZip>();
        services.AddHostedService<AssetProcessor>();
    }

    public static void AddLibraryJobs(this IQuartzBuilder quartz)
    {
        quartz.ScheduleJob<ReevaluateFitsJob>(
            trigger => trigger.WithIdentity("judge-anew").StartNow(),
            job => job.WithIdentity(ReevaluateFitsJob.Key)
        );
        quartz.ScheduleJob<TrashSweep>(
            trigger => trigger.WithIdentity("trash-sweep").WithSimpleSchedule(TimeSpan.FromMinutes(1)),
            job => job.WithIdentity(TrashSweep.Key)
        );
    }
}
