using System.Buffers;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform;
using Magpie.Platform.Intake;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Web.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>Looks at the beginning of a file without fetching all of it, unless it is a picture that is small itself.</summary>
internal sealed class ImportProbe(OutboundClient outbound, FormatRules rules, MediaStudio studio, DataFolder data, IOptions<ImportOptions> options)
{
    private const int MostPictureBytes = 4 << 20;
    private const int MostVideoBytes = 256 << 10;

    public async Task<(ProbedFile? File, RuleViolation? Refusal)> LookAsync(Uri address, Guid workspaceId, CancellationToken ct)
    {
        var name = FileNames.CleanOfPath(ImportSources.NameOf(address));
        try
        {
            using var answer = await outbound.SendAsync(new(address) { Timeout = options.Value.ProbeTimeout }, ct);
            if (answer.Fault is { } fault)
            {
                return (null, ImportProblems.Of(fault, name));
            }

            name = FileNames.CleanOfPath(answer.FileName ?? ImportSources.NameOf(answer.Address));
            return await LookAsync(answer, name, workspaceId, ct);
        }
        catch (OutboundException ended)
        {
            return (null, ImportProblems.Of(ended.Fault, name));
        }
    }

    private async Task<(ProbedFile? File, RuleViolation? Refusal)> LookAsync(OutboundAnswer answer, string name, Guid workspaceId, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostPictureBytes);
        try
        {
            var length = await answer.FillAsync(buffer.AsMemory(0, FormatSniffer.BytesNeeded));
            var isWhole = length < FormatSniffer.BytesNeeded;
            var sniffed = FormatSniffer.Sniff(buffer.AsSpan(0, length), name, isWhole);
            if (sniffed.Format is not { } format)
            {
                return (null, sniffed.Violation);
            }

            var declared = answer.DeclaredLength;
            if (await rules.JudgeAsync(workspaceId, name, format, declared > 0 ? declared : null) is { } refusal)
            {
                return (null, refusal);
            }

            if (!isWhole)
            {
                var most = format.Kind() is MediaKind.Image ? MostPictureBytes : MostVideoBytes;
                length += await answer.FillAsync(buffer.AsMemory(length, most - length));
                isWhole = length < most;
            }

            var read = buffer.AsMemory(0, length);
            var preview = isWhole && format.Kind() is MediaKind.Image ? await PreviewAsync(format, name, read, ct) : null;
            var (width, height) = preview?.Size ?? HeaderSize.Read(format, read.Span);
            return (new(name, format.Kind(), format, format.MediaType(), isWhole ? length : declared, width, height, preview?.Address), null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The thumbnail that the picture would get, made as it would be. Null where it cannot be: importing it will say why.</summary>
    private async Task<(string Address, (int?, int?) Size)?> PreviewAsync(MediaFormat format, string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var scratch = new ScratchFolder(data);
        await File.WriteAllBytesAsync(scratch.Original, bytes, ct);
        return await studio.ProcessAsync(format, name, scratch.Original, scratch.Output, ct) is MediaOutcome.Understood understood
            && understood.Renditions.FirstOrDefault(rendition => rendition.Kind is RenditionKind.Thumb) is { } thumb
                ? ($"data:{thumb.MediaType};base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(thumb.Path, ct))}", (understood.Facts.Width, understood.Facts.Height))
                : null;
    }
}
