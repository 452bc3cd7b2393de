using Magpie.Core.Clouds;
using Magpie.Platform.Clouds;
using Magpie.Platform.Clouds.Dropbox;
using Magpie.Platform.Clouds.GoogleDrive;

namespace Magpie.Features.Clouds;

internal static class CloudsSetup
{
    public static void AddClouds(this IServiceCollection services)
    {
        services.AddOptions<DropboxOptions>().BindConfiguration(DropboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<GoogleDriveOptions>().BindConfiguration(GoogleDriveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ICloudStore, DropboxStore>();
        services.AddSingleton<ICloudStore, DriveStore>();
        services.AddSingleton<CloudStores>();
        services.AddSingleton<TokenRefreshLock>();
        services.AddSingleton<TokenProtector>();
        services.AddSingleton<OAuthClient>();
        services.AddScoped<CloudConnections>();
        services.AddScoped<OAuthStates>();
        services.AddScoped<CloudApiClientFactory>();
        services.AddScoped<OAuthCallback>();
    }
}
