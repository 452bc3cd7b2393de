using System.Globalization;
using Magpie.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Platform.Web;

/// <summary>The sentences for when Magpie works, but something it depends on does not.</summary>
internal static class OutageProblems
{
    private const int RetryAfterSeconds = 5;

    private static readonly RuleViolation DatabaseUnavailable = new(
        "database-unavailable",
        "Magpie’s database does not answer at the moment. Wait a few seconds and try again."
    );

    private static readonly RuleViolation DatabaseDamaged = new(
        "database-damaged",
        "Magpie’s database is damaged, so nothing is changed in it any more. Tell whoever runs Magpie; a backup helps."
    );

    private static readonly RuleViolation DiskFull = new(
        "disk-full",
        "The server’s disk is full, so nothing of this was kept. Empty the trash, or ask whoever runs Magpie to make room, then try again."
    );

    private static readonly RuleViolation StorageUnavailable = new(
        "storage-unavailable",
        "The server cannot use its disk at the moment, so nothing of this was kept. Tell whoever runs Magpie."
    );

    public static ProblemHttpResult Of(Outage outage, HttpResponse response)
    {
        if (outage is Outage.DatabaseUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return Problems.Of(
            outage switch
            {
                Outage.DatabaseUnavailable => DatabaseUnavailable,
                Outage.DatabaseDamaged => DatabaseDamaged,
                Outage.DiskFull => DiskFull,
                Outage.StorageUnavailable => StorageUnavailable,
                _ => throw new ArgumentOutOfRangeException(nameof(outage)),
            }
        );
    }
}
