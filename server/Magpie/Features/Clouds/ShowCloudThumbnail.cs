using Magpie.Core.Clouds;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Model.Media;
using Magpie.Platform.Clouds;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Outbound;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Clouds;

/// <summary>A provider's thumbnail of a file, passed on so that no browser is given the token.</summary>
internal static class ShowCloudThumbnail
{
    private const int MostBytes = 1 << 20;

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        EnumName<CloudProvider> provider,
        string fileId,
        Caller caller,
        HttpContext http,
        CloudStores stores,
        CloudApiClientFactory clients,
        CancellationToken ct
    )
    {
        var store = stores[provider.Value];
        if (!store.IsId(fileId))
        {
            return Problems.Of(CloudRefusals.BadId);
        }

        try
        {
            var (answer, refusal) = await store.OpenThumbnailAsync(clients.For(store, caller.UserId), fileId, ct);
            if (refusal is not null)
            {
                return Problems.Of(refusal);
            }

            using (answer)
            {
                // It is served from Magpie's own address, so only real pictures, judged by content, are passed on.
                var bytes = await CloudBody.ReadAsync(answer!, MostBytes);
                if (
                    bytes is null
                    || FormatSniffer.Sniff(bytes, fileId, isWholeFile: true).Format is not { } format
                    || format.Kind() is not MediaKind.Image
                )
                {
                    return Problems.Of(CloudRefusals.NotThere(provider.Value));
                }

                http.Response.Headers.CacheControl = "private, max-age=600";
                http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.FilePolicy;
                return TypedResults.Bytes(bytes, format.MediaType());
            }
        }
        catch (OutboundException ended)
        {
            return Problems.Of(CloudRefusals.Of(ended.Fault, provider.Value, null));
        }
    }
}
