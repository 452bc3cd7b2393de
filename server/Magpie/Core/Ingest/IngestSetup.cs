namespace Magpie.Core.Ingest;

internal static class IngestSetup
{
    public static void AddIngest(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AssetQueue>();
        services.AddSingleton<MediaCheck>();
        services.AddScoped<FormatPolicy>();
        services.AddScoped<AssetIngest>();
    }
}
