using System.Collections.Concurrent;
using Magpie.Core.Ingest;

namespace Magpie.Features.Uploads;

/// <summary>
/// The SHA-256 of each upload so far, so that it is ready with the last byte. Only in memory: after a restart, or on another server, the
/// finished file is read once more instead.
/// </summary>
internal sealed class RunningHashes
{
    private readonly ConcurrentDictionary<Guid, RunningHash> hashes = new();

    /// <summary>
    /// The hash of exactly the bytes before <paramref name="offset"/>, or null when it is not known. The caller owns it until it is given
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
