using System.Security.Cryptography;
using Magpie.Platform;
using Magpie.Platform.Storage;

namespace Magpie.Core.Lifecycle;

/// <summary>
/// Files made from an asset are not flushed to disk at once. After a power cut such a file may have its full length but not its bytes; it
/// is then removed, and made again when somebody asks for it.
/// </summary>
internal sealed class UnflushedBlobs(DataFolder data, IBlobStore blobs, ILogger<UnflushedBlobs> log)
{
    public async Task RemoveAsync(string shard, DateTime before, CancellationToken ct)
    {
        if (data.DoubtedSince is not { } since)
        {
            return;
        }

        await foreach (var blob in blobs.ListAsync($"{BlobKeys.Renditions}{shard}/", ct))
        {
            if (blob.WrittenAt >= since && blob.WrittenAt < before && !await HoldsItsBytesAsync(blob.Key, ct))
            {
                log.LogWarning("What {Key} holds is not what was written; it is made again when it is needed", blob.Key);
                await blobs.DeleteAsync(blob.Key, CancellationToken.None);
            }
        }
    }

    /// <summary>Counts as no when the key does not contain the hash.</summary>
    private async Task<bool> HoldsItsBytesAsync(string key, CancellationToken ct)
    {
        await using var bytes = await blobs.OpenReadAsync(key, ct);
        return bytes is null
            || BlobKeys.HashIn(key) is { } hash
                && Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)).StartsWith(hash, StringComparison.Ordinal);
    }
}
