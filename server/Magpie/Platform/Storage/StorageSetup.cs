using Magpie.Platform.Storage.Disk;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Storage;

internal static class StorageSetup
{
    /// <summary>Sets up the stores, as <see cref="StorageOptions"/> says.</summary>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(Open);
        services.AddSingleton(provider => provider.GetRequiredService<Store>().Blobs);
        services.AddSingleton(provider => provider.GetRequiredService<Store>().Staging);
    }

    /// <summary>Before the store is used: removes what the previous server was still writing.</summary>
    public static void ForgetUnfinishedBlobs(this WebApplication app)
    {
        if (KindOf(app.Services) is StoreKind.Disk)
        {
            BlobFolder.ForgetUnfinished(app.Services.GetRequiredService<DataFolder>().Blobs);
        }
    }

    private static Store Open(IServiceProvider provider)
    {
        switch (KindOf(provider))
        {
            case StoreKind.Disk:
                var folder = new BlobFolder(provider.GetRequiredService<DataFolder>().Blobs);
                return new(new DiskBlobStore(folder), new DiskUploadStaging(folder));
            case var unknown:
                throw new InvalidOperationException($"There is no store '{unknown}'.");
        }
    }

    private static StoreKind KindOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value.Store;

    private sealed record Store(IBlobStore Blobs, IUploadStaging Staging);
}
