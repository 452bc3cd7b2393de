using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Media.Inspection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Core.Ingest;

/// <summary>What is allowed for a file of this real format, whatever its name says.</summary>
internal sealed class FormatPolicy(MagpieDbContext db, PlanCatalog plans, IOptions<LimitOptions> limits)
{
    /// <summary>The format that the first bytes show, and why it is refused; neither when there are too few bytes to tell.</summary>
    /// <param name="isWhole">No more bytes will come.</param>
    /// <param name="bytes">See the other method.</param>
    public async Task<(MediaFormat? Format, RuleViolation? Refusal)> SniffAsync(
        Guid workspaceId,
        string name,
        ReadOnlyMemory<byte> first,
        bool isWhole,
        long? bytes
    )
    {
        var sniffed = FormatSniffer.Sniff(first.Span, name, isWhole);
        return (
            sniffed.Format,
            sniffed.Violation ?? (sniffed.Format is { } format ? await CheckAsync(workspaceId, name, format, bytes) : null)
        );
    }

    /// <param name="bytes">The known or announced size; null when unknown.</param>
    public async Task<RuleViolation?> CheckAsync(Guid workspaceId, string name, MediaFormat format, long? bytes)
    {
        if (bytes is { } length && limits.Value.Uploads.Check(name, length, format.Kind()) is { } tooLarge)
        {
            return tooLarge;
        }

        if (format.Kind() is not MediaKind.Video)
        {
            return null;
        }

        var plan = plans[await db.Workspaces.Where(w => w.Id == workspaceId).Select(w => w.Plan).SingleAsync()];
        return plan.Videos ? null : plan.VideosNotIncluded(name);
    }

    /// <summary>For a file of unknown length, while it arrives.</summary>
    public RuleViolation? Exceeded(string name, MediaFormat format, long received) =>
        received > limits.Value.Uploads.For(format.Kind()) ? limits.Value.Uploads.Exceeded(name, format.Kind()) : null;
}
