namespace Magpie.Core.Lifecycle;

internal static class LifecycleSetup
{
    public static void AddLifecycle(this IServiceCollection services)
    {
        services.AddScoped<BlobRemover>();
        services.AddScoped<OwnerlessBlobs>();
        services.AddScoped<UnflushedBlobs>();
        services.AddHostedService<BlobSweep>();
    }
}
