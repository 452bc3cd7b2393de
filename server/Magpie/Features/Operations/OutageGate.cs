using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authorization;

namespace Magpie.Features.Operations;

/// <summary>
/// Lets through what can be done while something is wrong. On a full disk what takes things away is given room, and what brings them is
/// refused before it is half done. In a damaged database nothing is changed: a backup that is restored would not have it.
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
            // Whoever signs in or out changes nothing that counts, and must be able to look.
            _ when database.Damage is not null && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null =>
                Outage.DatabaseDamaged,
            Footprint.Grows when disk.IsFull => Outage.DiskFull,
            _ => null,
        };
}
