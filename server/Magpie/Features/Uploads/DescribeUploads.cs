using System.Globalization;
using Magpie.Core.Ingest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Uploads;

internal static class DescribeUploads
{
    public static NoContent Handle(HttpResponse response, IOptions<LimitOptions> limits)
    {
        response.Headers["Tus-Version"] = TusProtocol.Version;
        response.Headers["Tus-Extension"] = TusProtocol.Extensions;
        response.Headers["Tus-Checksum-Algorithm"] = UploadChecksum.Algorithms;
        response.Headers["Tus-Max-Size"] = Math.Max(limits.Value.ImageBytes, limits.Value.VideoBytes)
            .ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }
}
