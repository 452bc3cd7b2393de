
namespace Magpie.Platform.Media;

internal static class MediaSetup
{
    public static void AddMedia(this WebApplicationBuilder builder, DataFolder data)
    {
        builder.Services.AddOptions<MediaOptions>()
            .Configure(media => media.ScratchFolder = Path.Combine(data.Scratch, "workers"))
            .BindConfiguration(MediaOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<MediaStudio>();
        builder.Services.AddSingleton<MediaCheck>();
    }
}
