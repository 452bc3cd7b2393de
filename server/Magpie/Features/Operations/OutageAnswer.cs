using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace Magpie.Features.Operations;

/// <summary>What a request gets that met an <see cref="Outage"/>: a sentence that says what helps, and no fault of ours.</summary>
internal sealed class OutageAnswer(DatabaseState database, DiskReserve disk, ILogger<OutageAnswer> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Outages.Of(exception) is not { } outage)
        {
            return false;
        }

        // Says so once a minute, and tells the database's state.
        log.LogWarning(exception, "Requests meet trouble: {Outage}", outage);
        if (outage is Outage.DiskFull && !database.IsFull)
        {
            disk.NoteFull();
        }

        await OutageProblems.Of(outage, httpContext.Response).ExecuteAsync(httpContext);
        return true;
    }
}
