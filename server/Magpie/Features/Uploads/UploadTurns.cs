namespace Magpie.Features.Uploads;

/// <summary>
/// Lets one request at a time work on an upload. A newer one asks the older to end: the older is most often a connection that
/// died without the server noticing, and its client is already back.
/// </summary>
internal sealed class UploadTurns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, Turn> turns = [];

    /// <summary>Null: the other request did not end in time.</summary>
    public async Task<Turn?> TakeAsync(Guid uploadId, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            Turn other;
            lock (turns)
            {
                if (!turns.TryGetValue(uploadId, out other!))
                {
                    return turns[uploadId] = new Turn(this, uploadId);
                }
            }

            await other.AskToEndAsync();
            try
            {
                await other.Ended.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    private void End(Guid uploadId)
    {
        lock (turns)
        {
            turns.Remove(uploadId);
        }
    }

    internal sealed class Turn(UploadTurns turns, Guid uploadId) : IDisposable
    {
        private readonly CancellationTokenSource asked = new();
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => ended.Task;

        /// <summary>Cancelled when somebody newer wants the turn.</summary>
        public CancellationToken AskedToEnd => asked.Token;

        public Task AskToEndAsync() => asked.CancelAsync();

        public void Dispose()
        {
            turns.End(uploadId);
            ended.TrySetResult();
        }
    }
}
