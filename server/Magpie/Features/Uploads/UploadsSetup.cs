using Quartz;

namespace Magpie.Features.Uploads;

internal static class UploadsSetup
{
    public static void AddUploads(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<UploadLocks>();
        services.AddSingleton<RunningHashes>();
        services.AddHostedService<UploadWatch>();
        services.AddScoped<UploadStanding>();
        services.AddScoped<ResumableUploads>();
        services.AddScoped<UploadReceiver>();
        services.AddScoped<UploadCompletion>();
        services.AddScoped<UploadRemoval>();
    }

    public static void AddUploadJobs(this IQuartzBuilder quartz) =>
        quartz.ScheduleJob<UploadSweep>(
            trigger => trigger.WithIdentity("upload-sweep").WithSimpleSchedule(TimeSpan.FromMinutes(1)),
            job => job.WithIdentity(UploadSweep.Key)
        );
}
