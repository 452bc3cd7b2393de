using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>Looks at a file without importing it: fetches enough to tell what it is, and makes a small picture of it.</summary>
internal sealed class ImportProbe(
    OutboundClient outbound,
    FormatPolicy formats,
    ProbePreview previews,
    DataFolder data,
    IOptions<ImportOptions> options,
    IOptions<LimitOptions> limits,
    TimeProvider time
)
{
    /// <summary>Enough for dimensions in a header.</summary>
    private const int HeadBytes = 256 << 10;

    /// <summary>If a picture up to this size breaks off, the answer says so; a larger one is just not shown.</summary>
    private const int SmallPicture = 4 << 20;

    private const int VideoBeginning = 4 << 20;

    /// <summary>A video up to this size is fetched whole if its index is at its end and the other server does not support ranges.</summary>
    private const int SmallVideo = 16 << 20;

    private const int MostIndex = 8 << 20;

    public async Task<(ProbedFile? File, RuleViolation? Refusal)> LookAsync(Uri address, Guid workspaceId, CancellationToken ct)
    {
        var name = FileNames.CleanOfPath(ImportSources.NameOf(address));
        using var limit = new CancellationTokenSource(options.Value.ProbeTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            using var answer = await outbound.SendAsync(new(address) { Timeout = options.Value.ProbeTimeout }, ct);
            if (answer.Fault is { } fault)
            {
                return (null, ImportProblems.Of(fault, name));
            }

            name = FileNames.CleanOfPath(answer.FileName ?? ImportSources.NameOf(answer.Address));
            using var scratch = new ScratchFolder(data);
            await using var bytes = new ProbedBytes(
                outbound,
                answer,
                new(scratch.Original, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0),
                options.Value.ProbeTimeout / 2,
                time
            );
            return await LookAsync(answer, bytes, scratch, name, workspaceId, either.Token, ct);
        }
        catch (OutboundException ended)
        {
            return (null, ImportProblems.Of(ended.Fault, name));
        }
    }

    private async Task<(ProbedFile? File, RuleViolation? Refusal)> LookAsync(
        OutboundAnswer answer,
        ProbedBytes bytes,
        ScratchFolder scratch,
        string name,
        Guid workspaceId,
        CancellationToken limited,
        CancellationToken ct
    )
    {
        var first = await bytes.BeginAsync(FormatSniffer.BytesNeeded);
        var declared = answer.DeclaredLength is > 0 and var told ? told : (long?)null;
        var (sniffed, refusal) = await formats.SniffAsync(workspaceId, name, first, bytes.IsWhole, declared);
        if (refusal is not null || sniffed is not { } format)
        {
            return (null, refusal);
        }

        await bytes.FillAsync(format.Kind() is MediaKind.Image ? SmallPicture : HeadBytes);
        Preview seen;
        try
        {
            seen =
                format.Kind() is MediaKind.Image
                    ? await SeePictureAsync(bytes, format, name, scratch, limited)
                    : await SeeVideoAsync(bytes, declared, format, name, scratch, limited);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            seen = new(MissingPreview.TooSlow);
        }

        var (width, height) = seen.Width is null
            ? HeaderSize.Read(format, (await bytes.HeadAsync(SmallPicture)).Span)
            : (seen.Width, seen.Height);
        return (
            new(
                name,
                format.Kind(),
                format,
                format.MediaType(),
                bytes.IsWhole ? bytes.Length : declared,
                width,
                height,
                seen.Seconds,
                seen.Address,
                seen.Address is null ? seen.Missing : null
            ),
            null
        );
    }

    private async Task<Preview> SeePictureAsync(
        ProbedBytes bytes,
        MediaFormat format,
        string name,
        ScratchFolder scratch,
        CancellationToken ct
    )
    {
        // One byte more than allowed: a longer file is not whole, and importing it will say why.
        var inTime = await bytes.TryFillAsync(limits.Value.Uploads.ImageBytes + 1);
        return inTime && bytes.IsWhole
            ? await previews.OfPictureAsync(format, name, scratch, ct)
            : new(inTime ? MissingPreview.Unreadable : MissingPreview.TooSlow);
    }

    private async Task<Preview> SeeVideoAsync(
        ProbedBytes bytes,
        long? declared,
        MediaFormat format,
        string name,
        ScratchFolder scratch,
        CancellationToken ct
    )
    {
        var inTime = await bytes.TryFillAsync(VideoBeginning);
        MovieIndex? index = null;
        if (!bytes.IsWhole && format is not MediaFormat.Webm)
        {
            index = await MovieIndex.FindAsync(bytes.File, bytes.Length, ct);
            if (!(index?.End <= bytes.Length) && !await TryFetchIndexAsync(bytes, index, declared, ct))
            {
                return new(inTime ? MissingPreview.NoParts : MissingPreview.TooSlow);
            }
        }

        if (!bytes.IsWhole && declared > bytes.File.Length)
        {
            bytes.File.SetLength(declared.Value); // Who reads a header believes it only in a file as long as it says.
        }

        var seen = await previews.OfVideoAsync(format, name, scratch, bytes.IsWhole ? null : bytes.Length, ct);
        return !bytes.IsWhole && index is { IsInPieces: true } ? seen with { Seconds = null } : seen;
    }

    /// <summary>An index that starts within the first bytes is read to its end; one at the end of the file needs a range request.</summary>
    private static async Task<bool> TryFetchIndexAsync(ProbedBytes bytes, MovieIndex? index, long? declared, CancellationToken ct)
    {
        if (index?.Start < bytes.Length)
        {
            return index.Value.End <= SmallVideo && await bytes.TryFillAsync(index.Value.End.Value) && bytes.Length >= index.Value.End;
        }

        if (
            index is { } place
            && declared is { } total
            && total - place.Start is > 0 and <= MostIndex
            && await bytes.TryFetchEndAsync(place.Start, total, ct)
        )
        {
            return true;
        }

        return !(declared > SmallVideo) && await bytes.TryFillAsync(SmallVideo) && bytes.IsWhole;
    }
}
