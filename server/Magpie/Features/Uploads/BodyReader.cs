namespace Magpie.Features.Uploads;

/// <summary>Reads a request's body; a lost or replaced connection is its end, not an error.</summary>
internal sealed class BodyReader(Stream body, UploadLocks.Turn turn, CancellationToken ct)
{
    private bool hasEnded;

    /// <summary>It ended before the client had sent everything.</summary>
    public bool WasInterrupted { get; private set; }

    /// <summary>Fills the buffer unless the body ends first.</summary>
    public async ValueTask<int> FillAsync(Memory<byte> buffer)
    {
        var filled = 0;
        try
        {
            while (filled < buffer.Length && !hasEnded)
            {
                var read = await body.ReadAsync(buffer[filled..], ct);
                filled += read;
                hasEnded = read == 0;
                if (read > 0)
                {
                    turn.NoteBytes();
                }
            }
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException)
        {
            hasEnded = WasInterrupted = true;
        }

        return filled;
    }

    public async Task<bool> HasMoreAsync() => await FillAsync(new byte[1]) > 0;
}
