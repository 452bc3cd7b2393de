using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads;

/// <summary>What the true format of a file allows, whatever its name said.</summary>
internal sealed class FormatRules(MagpieDbContext db, PlanCatalog plans)
{
    public async Task<RuleViolation?> JudgeAsync(Upload upload, MediaFormat format, UploadLimits limits)
    {
        if (limits.Check(upload.FileName, upload.Length, format.Kind()) is { } tooLarge)
        {
            return tooLarge;
        }

        if (format.Kind() is not MediaKind.Video)
        {
            return null;
        }

        var plan = plans[await db.Workspaces.Where(w => w.Id == upload.WorkspaceId).Select(w => w.Plan).SingleAsync()];
        return plan.Videos ? null : plan.VideosNotIncluded(upload.FileName);
    }
}
