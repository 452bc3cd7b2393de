using Magpie.Platform.Media.Children;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Media;

internal static class MediaSetup
{
    public static void AddMedia(this WebApplicationBuilder builder, DataFolder data)
    {
        builder
            .Services.AddOptions<MediaOptions>()
            .Configure(media => media.ScratchFolder = Path.Combine(data.Scratch, "workers"))
            .BindConfiguration(MediaOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton(services => ChildUser.Choose(services.GetRequiredService<IOptions<MediaOptions>>().Value));
        builder.Services.AddHostedService<SandboxNotice>();
        builder.Services.AddSingleton<MediaLimiter>();
        builder.Services.AddSingleton<MediaProcessor>();
    }
}
