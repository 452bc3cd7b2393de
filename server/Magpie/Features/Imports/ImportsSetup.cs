using Magpie.Platform.Clouds;
using Microsoft.Extensions.Options;
using Quartz;

namespace Magpie.Features.Imports;

internal static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services
            .AddOptions<CloudRequestOptions>()
            .Configure<IOptions<ImportOptions>>((clouds, imports) => clouds.Timeout = imports.Value.ProbeTimeout);
        services.AddSingleton<ProbeLimiter>();
        services.AddScoped<ImportOrders>();
        services.AddScoped<ImportSources>();
        services.AddScoped<ImportLeases>();
        services.AddScoped<ImportLease>();
        services.AddScoped<ImportQuota>();
        services.AddScoped<ImportDownload>();
        services.AddScoped<ImportProbe>();
        services.AddSingleton<ProbePreview>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
    }

    public static void AddImportJobs(this IQuartzBuilder quartz) =>
        quartz.ScheduleJob<ImportSweep>(
            trigger => trigger.WithIdentity("import-sweep").WithSimpleSchedule(TimeSpan.FromMinutes(1)),
            job => job.WithIdentity(ImportSweep.Key)
        );
}
