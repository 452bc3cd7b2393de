using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authorization;

namespace Magpie.Features.Operations;

/// <summary>
/// Allows what can be done during an outage. On a full disk, requests that free space get some room, and those that need space are refused
/// before they are half done. A damaged database must not change at all, because a restored backup would not have the changes.
/// </summary>
internal sealed class OutageGate(RequestDelegate next, DatabaseState database, DiskReserve disk)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var footprint = http.FootprintOf();
        if (RefusalOf(http, footprint) is { } outage)
        {
            await OutageProblems.Of(outage, http.Response).ExecuteAsync(http);
            return;
        }

        using var room = footprint is Footprint.Frees ? disk.Lend() : null;
        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status507InsufficientStorage)
        {
            disk.NoteFull();
        }
    }

    private Outage? RefusalOf(HttpContext http, Footprint? footprint) =>
        footprint switch
        {
            Footprint.Reads => null,
            // Signing in or out changes nothing that matters, and people must be able to look.
            _ when database.Damage is not null && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null =>
                Outage.DatabaseDamaged,
            Footprint.Grows when disk.IsFull => Outage.DiskFull,
            _ => null,
        };
}
