namespace Magpie.Core.Lifecycle;

internal static class CleanupSetup
{
    public static void AddCleanup(this IServiceCollection services)
    {
        services.AddScoped<BlobRemover>();
        services.AddScoped<OwnerlessBlobs>();
        services.AddScoped<UnflushedBlobs>();
        services.AddHostedService<BlobSweep>();
    }
}
