using Magpie.Features.Clouds;
using Magpie.Platform.Clouds;
using Magpie.Platform.Clouds.Dropbox;
using Magpie.Platform.Clouds.GoogleDrive;

namespace Magpie.Core.Clouds;

internal static class CloudsSetup
{
    public static void AddClouds(this IServiceCollection services)
    {
        services.AddOptions<DropboxOptions>().BindConfiguration(DropboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<GoogleDriveOptions>().BindConfiguration(GoogleDriveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ICloudStore, DropboxStore>();
        services.AddSingleton<ICloudStore, DriveStore>();
        services.AddSingleton<CloudStores>();
        services.AddSingleton<CloudTurns>();
        services.AddSingleton<TokenLock>();
        services.AddSingleton<CloudGrants>();
        services.AddScoped<CloudConnections>();
        services.AddScoped<CloudSignIns>();
        services.AddScoped<CloudLines>();
        services.AddScoped<CloudArrival>();
    }
}
