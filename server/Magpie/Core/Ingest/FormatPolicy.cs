using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Media.Inspection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Core.Ingest;

/// <summary>What the true format of a file allows, whatever its name said.</summary>
internal sealed class FormatPolicy(MagpieDbContext db, PlanCatalog plans, IOptions<LimitOptions> limits)
{
    /// <summary>What the first bytes say that a file is, and why it may not come in; neither where they are too few to tell.</summary>
    /// <param name="isWhole">No more will come.</param>
    /// <param name="bytes">As below.</param>
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

    /// <summary>While a file comes whose length nobody knows.</summary>
    public RuleViolation? Exceeded(string name, MediaFormat format, long received) =>
        received > limits.Value.Uploads.For(format.Kind()) ? limits.Value.Uploads.Exceeded(name, format.Kind()) : null;
}
