using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace Magpie.Features.Operations;

/// <summary>
/// The answer to a request that met an <see cref="Outage"/>: a sentence that says what helps, instead of an internal error.
/// </summary>
internal sealed class OutageAnswer(DatabaseState database, DiskReserve disk, ILogger<OutageAnswer> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Outages.Of(exception) is not { } outage)
        {
            return false;
        }

        // Logs it once a minute, and tells the database's state.
        log.LogWarning(exception, "Requests meet trouble: {Outage}", outage);
        if (outage is Outage.DiskFull && !database.IsFull)
        {
            disk.NoteFull();
        }

        await OutageProblems.Of(outage, httpContext.Response).ExecuteAsync(httpContext);
        return true;
    }
}
