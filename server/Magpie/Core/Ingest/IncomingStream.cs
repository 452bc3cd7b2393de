using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Storage;

namespace Magpie.Core.Ingest;

/// <summary>
/// The loop that takes bytes in, whichever way they come: the first ones decide the format, or refuse it; no more are taken than its limit
/// and its storage allow; they are hashed and written as they come. Nothing is committed here: the caller does that, once it has all.
/// </summary>
internal sealed class IncomingStream
{
    private readonly FormatPolicy formats;
    private readonly BlobWriter target;
    private readonly RunningHash? hash;
    private readonly IncomingPieces pieces;
    private MediaFormat? sniffed;
    private long come;

    /// <param name="read">
    /// Fills a buffer with what has come, and says how much that is; 0 at the end. Of a file's beginning it gives as many bytes as decide
    /// the format (<see cref="FormatSniffer.BytesNeeded"/>), or all that will come.
    /// </param>
    /// <param name="hash">Goes along; null where the bytes before are not in it.</param>
    public IncomingStream(FormatPolicy formats, Func<Memory<byte>, ValueTask<int>> read, BlobWriter target, RunningHash? hash)
    {
        (this.formats, this.target, this.hash) = (formats, target, hash);
        pieces = new(read, WriteAsync);
    }

    public required Guid WorkspaceId { get; init; }

    /// <summary>For sentences.</summary>
    public required string Name { get; init; }

    /// <summary>Of the whole file, in bytes: more is not read. Null: as long as what comes, up to the limit of its format.</summary>
    public long? Length { get; init; }

    /// <summary>What somebody says that its length is, where it is not known.</summary>
    public long? Announced { get; init; }

    /// <summary>How many of its bytes came before.</summary>
    public long From { get; init; }

    /// <summary>Its format, where that was judged before.</summary>
    public MediaFormat? Known { get; init; }

    /// <summary>Is shown each piece as it is hashed.</summary>
    public Action<ReadOnlyMemory<byte>>? Shown { get; init; }

    /// <summary>Asked before a piece is written, which counts as received by then: is there storage for it?</summary>
    public Func<IncomingStream, Task<IncomingResult>>? Reserve { get; init; }

    /// <summary>Asked when a piece was taken: notes how far it has come, and says whether it goes on.</summary>
    public Func<IncomingStream, Task<IncomingResult>>? Note { get; init; }

    /// <summary>Null as long as nothing has decided it.</summary>
    public MediaFormat? Format => Known ?? sniffed;

    /// <summary>Bytes of the file that are here; the last ones may still be being written.</summary>
    public long Received => From + come;

    /// <summary>Once for each object. When it returns that all is fine, all that came is written.</summary>
    /// <param name="ct">Ends it by an exception, between two pieces.</param>
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

    /// <summary>Returns when all that was received is written.</summary>
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
        // Of a file whose length is known, nothing only means that its bytes are still to come.
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
