using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Core.Ingest;

/// <summary>What the true format of a file allows, whatever its name said.</summary>
internal sealed class FormatPolicy(MagpieDbContext db, PlanCatalog plans, IOptions<LimitOptions> limits)
{
    /// <param name="bytes">What is there, or announced; null where nobody has said.</param>
    public async Task<RuleViolation?> JudgeAsync(Guid workspaceId, string name, MediaFormat format, long? bytes)
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
}
