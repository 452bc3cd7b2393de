using Magpie.Model.Accounts;

namespace Magpie.Features.Uploads;

/// <summary>
/// Lets one request at a time work on an upload. A newer one asks the older to end, which is usually a connection that died unnoticed and
/// whose client is already back.
/// </summary>
internal sealed class UploadLocks
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, Turn> locks = [];

    /// <summary>The requests that are sending bytes.</summary>
    public List<Turn> Sending()
    {
        lock (locks)
        {
            return [.. locks.Values.Where(turn => turn.Sender is not null)];
        }
    }

    /// <param name="sender">Who sends bytes; null when the request brings none.</param>
    /// <returns>Null when the other request did not end in time.</returns>
    public async Task<Turn?> TakeAsync(Guid uploadId, CancellationToken ct, Caller? sender = null)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Timeout);
        while (true)
        {
            Turn other;
            lock (locks)
            {
                if (!locks.TryGetValue(uploadId, out other!))
                {
                    return locks[uploadId] = new Turn(this, uploadId, sender);
                }
            }

            await other.AskToEndAsync();
            try
            {
                await other.Ended.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    private void End(Guid uploadId)
    {
        lock (locks)
        {
            locks.Remove(uploadId);
        }
    }

    internal sealed class Turn(UploadLocks locks, Guid uploadId, Caller? sender) : IDisposable
    {
        private readonly CancellationTokenSource asked = new();
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Guid UploadId => uploadId;

        public Caller? Sender => sender;

        public Task Ended => ended.Task;

        /// <summary>Cancelled when a newer request wants the lock, or nobody wants the bytes any more.</summary>
        public CancellationToken AskedToEnd => asked.Token;

        /// <summary>Bytes have arrived.</summary>
        public bool HasBytes { get; private set; }

        /// <summary>Its upload's expiry has been extended for those bytes.</summary>
        public bool IsProlonged { get; set; }

        public void NoteBytes() => HasBytes = true;

        public Task AskToEndAsync() => asked.CancelAsync();

        public void Dispose()
        {
            locks.End(uploadId);
            ended.TrySetResult();
        }
    }
}
