using System.Security.Cryptography;
using Magpie.Model.Library;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;

namespace Magpie.Features.Library.Processing;

/// <summary>Puts files that were made of an asset into the store, under a key with the hash of their bytes in it.</summary>
internal sealed class RenditionFiles(IBlobStore blobs)
{
    public async Task<Rendition> StoreAsync(Guid assetId, RenditionFile file)
    {
        await using var bytes = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        var version = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes))[..16];
        var key = BlobKeys.Rendition(assetId, file.Kind.ToString().ToLowerInvariant(), version);

        bytes.Position = 0;
        await blobs.PutRemakeableAsync(key, bytes);
        return new()
        {
            AssetId = assetId,
            Kind = file.Kind,
            BlobKey = key,
            MediaType = file.MediaType,
            Width = file.Width,
            Height = file.Height,
            Bytes = bytes.Length,
            Version = version,
        };
    }
}
