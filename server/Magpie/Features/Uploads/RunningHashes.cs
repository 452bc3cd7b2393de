using System.Collections.Concurrent;
using Magpie.Core.Ingest;

namespace Magpie.Features.Uploads;

/// <summary>
/// The SHA-256 of each upload so far, so that it is ready when the last byte is. Only in memory: after a restart, or on
/// another node, the finished file is read once more instead.
/// </summary>
internal sealed class RunningHashes
{
    private readonly ConcurrentDictionary<Guid, RunningHash> hashes = new();

    /// <summary>
    /// The hash of exactly the bytes before <paramref name="offset"/>, or null where that is not known. It is the caller's until given
    /// back.
    /// </summary>
    public RunningHash? Take(Guid uploadId, long offset)
    {
        hashes.TryRemove(uploadId, out var known);
        if (known?.Offset == offset)
        {
            return known;
        }

        known?.Dispose();
        return offset == 0 ? new() : null;
    }

    public void Keep(Guid uploadId, RunningHash hash) => hashes[uploadId] = hash;

    public void Forget(Guid uploadId)
    {
        if (hashes.TryRemove(uploadId, out var known))
        {
            known.Dispose();
        }
    }
}
