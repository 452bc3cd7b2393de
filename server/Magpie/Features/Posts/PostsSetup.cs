using Magpie.Features.Posts.Clock;
using Magpie.Features.Posts.Profiles;
using Magpie.Features.Posts.Publishing;
using Magpie.Model.Posts.Publishing;
using Quartz;

namespace Magpie.Features.Posts;

internal static class PostsSetup
{
    public static void AddPosts(this IServiceCollection services)
    {
        services.AddOptions<PostOptions>().BindConfiguration(PostOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PostChecklist>();
        services.AddScoped<PostMediaReader>();
        services.AddScoped<PostReader>();
        services.AddScoped<PostSummaries>();
        services.AddScoped<PostWriter>();
        services.AddScoped<NewPosts>();
        services.AddScoped<PostPlanner>();
        services.AddScoped<PostReadiness>();
        services.AddScoped<PostMediaBuilder>();
        services.AddSingleton<PostSurfaces>();
        services.AddScoped<ProfileInput>();
        services.AddScoped<PostPreparation>();
        services.AddScoped<WantedFiles>();
        services.AddScoped<PublishRoom>();
        services.AddScoped<PublishFiles>();
        services.AddSingleton<PublishFileQueue>();
    }

    /// <summary>Starts after the scheduler, which it uses.</summary>
    public static void AddPostClock(this IServiceCollection services)
    {
        services.AddSingleton<PostClock>();
        services.AddHostedService(provider => provider.GetRequiredService<PostClock>());
    }

    public static void AddPostJobs(this IQuartzBuilder quartz)
    {
        quartz.AddJob<MarkDuePosts>(job => job.WithIdentity(PostClock.Job).StoreDurably());
        quartz.AddTrigger(trigger =>
            trigger.ForJob(PostClock.Job).WithIdentity("mark-due-posts").WithSimpleSchedule(TimeSpan.FromMinutes(1))
        );
        quartz.ScheduleJob<KeepWallTimes>(
            trigger => trigger.WithIdentity("keep-wall-times").WithSimpleSchedule(TimeSpan.FromHours(24)),
            job => job.WithIdentity(KeepWallTimes.Key)
        );
        quartz.ScheduleJob<PostSweep>(
            trigger => trigger.WithIdentity("post-sweep").WithSimpleSchedule(TimeSpan.FromHours(1)),
            job => job.WithIdentity(PostSweep.Key)
        );
    }
}
