using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Storage;

namespace Magpie.Core.Ingest;

/// <summary>
/// The loop that receives a file, whichever way it comes in. The first bytes decide the format, or refuse it; it takes no more than the
/// limit and the storage allow; bytes are hashed and written as they come. It commits nothing: the caller does that once everything is
/// there.
/// </summary>
internal sealed class IncomingStream
{
    private readonly FormatPolicy formats;
    private readonly BlobWriter target;
    private readonly RunningHash? hash;
    private readonly IncomingPieces pieces;
    private MediaFormat? sniffed;
    private long come;

    /// <param name="read">Fills a buffer with what has arrived, and returns how much; 0 at the end. At the start of a file it returns as
    /// many bytes as decide the format (<see cref="FormatSniffer.BytesNeeded"/>), or all there are.</param>
    /// <param name="hash">Hashes what is received; null when the bytes before this were not hashed.</param>
    public IncomingStream(FormatPolicy formats, Func<Memory<byte>, ValueTask<int>> read, BlobWriter target, RunningHash? hash)
    {
        (this.formats, this.target, this.hash) = (formats, target, hash);
        pieces = new(read, WriteAsync);
    }

    public required Guid WorkspaceId { get; init; }

    /// <summary>For messages.</summary>
    public required string Name { get; init; }

    /// <summary>Length of the whole file in bytes; no more is read. Null when unknown: then the limit of the format applies.</summary>
    public long? Length { get; init; }

    /// <summary>The length that somebody claims, when it is not known for sure.</summary>
    public long? Announced { get; init; }

    /// <summary>How many bytes arrived earlier.</summary>
    public long From { get; init; }

    /// <summary>The format, if it was decided earlier.</summary>
    public MediaFormat? Known { get; init; }

    /// <summary>Called with each piece as it is hashed.</summary>
    public Action<ReadOnlyMemory<byte>>? Shown { get; init; }

    /// <summary>Called before a piece is written, with that piece counted as received: is there storage for it?</summary>
    public Func<IncomingStream, Task<IncomingResult>>? Reserve { get; init; }

    /// <summary>Called after each piece: records the progress, and says whether to go on.</summary>
    public Func<IncomingStream, Task<IncomingResult>>? Note { get; init; }

    /// <summary>Null until the first bytes have decided it.</summary>
    public MediaFormat? Format => Known ?? sniffed;

    /// <summary>Bytes that have arrived; the last of them may not be written yet.</summary>
    public long Received => From + come;

    /// <summary>Call once. When the result is fine, everything has been written.</summary>
    /// <param name="ct">Ends it with an exception, between two pieces.</param>
    public async Task<IncomingResult> ReceiveAsync(CancellationToken ct)
    {
        try
        {
            return await TakeAllAsync(ct);
        }
        finally
        {
            await pieces.EndAsync();
        }
    }

    /// <summary>Returns when everything received has been written.</summary>
    public Task WrittenAsync() => pieces.WrittenAsync();

    private async Task<IncomingResult> TakeAllAsync(CancellationToken ct)
    {
        while (Length is not { } end || Received < end)
        {
            var piece = await pieces.ReadAsync(Length - Received);
            if (await CheckFormatAsync(piece) is { } refusal)
            {
                return IncomingResult.Refused(refusal);
            }

            if (piece.IsEmpty)
            {
                break;
            }

            ct.ThrowIfCancellationRequested();
            if (await TakeAsync(piece) is { GoesOn: false } ended)
            {
                return ended;
            }
        }

        await pieces.WrittenAsync();
        return IncomingResult.Fine;
    }

    /// <summary>
    /// The first bytes decide the format, and with it the limit. If there are too few of them, the decision waits until the end.
    /// </summary>
    private async Task<RuleViolation?> CheckFormatAsync(ReadOnlyMemory<byte> piece)
    {
        // For a file of known length, no result only means that more bytes must come.
        if (Received > 0 || Known is not null || (piece.IsEmpty && Length is not null))
        {
            return null;
        }

        var isWhole = Length is { } length ? piece.Length == length : piece.Length < FormatSniffer.BytesNeeded;
        (sniffed, var refusal) = await formats.SniffAsync(WorkspaceId, Name, piece, isWhole, Length ?? Announced);
        return refusal;
    }

    private async Task<IncomingResult> TakeAsync(ReadOnlyMemory<byte> piece)
    {
        come += piece.Length;
        if (Length is null && Format is { } format && formats.Exceeded(Name, format, Received) is { } tooLarge)
        {
            return IncomingResult.Refused(tooLarge);
        }

        if (Reserve is not null && await Reserve(this) is { GoesOn: false } full)
        {
            return full;
        }

        await pieces.TakeAsync(piece, isLast: Received == Length);
        return Note is null ? IncomingResult.Fine : await Note(this);
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        Shown?.Invoke(piece);
        hash?.Append(piece.Span);
        return target.WriteAsync(piece, CancellationToken.None);
    }
}
