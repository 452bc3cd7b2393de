using Magpie.Core.Ingest;
using Magpie.Model.Library;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;

namespace Magpie.Features.Library.Processing;

/// <summary>Stores files that were made from an asset, under keys that contain the hash of their bytes.</summary>
internal sealed class RenditionFiles(IBlobStore blobs)
{
    public async Task<Rendition> StoreAsync(Guid assetId, RenditionFile file)
    {
        var (sha256, bytes) = await HashAsync(file.Path);
        var version = sha256[..16];
        var key = BlobKeys.Rendition(assetId, file.Kind.ToString().ToLowerInvariant(), version);
        await blobs.TakeAsync(key, file.Path, CancellationToken.None);
        return new()
        {
            AssetId = assetId,
            Kind = file.Kind,
            BlobKey = key,
            MediaType = file.MediaType,
            Width = file.Width,
            Height = file.Height,
            Bytes = bytes,
            Version = version,
        };
    }

    private static async Task<(string Sha256, long Bytes)> HashAsync(string path)
    {
        // The bytes were just written and are still in memory, so reading them is fast.
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return await RunningHash.OfAsync(stream, CancellationToken.None);
    }
}
