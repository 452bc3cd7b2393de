using Magpie.Features.Uploads.Others;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Magpie.Features.Uploads;

/// <summary>
/// tus 1.0.0: resumable uploads. See https://tus.io/protocols/resumable-upload and docs/guide/api-uploads.md. Only the answer that
/// completes an upload waits for the disk. A power cut may take the last second of one under way, and its client continues from there.
/// </summary>
internal static class UploadsEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        var uploads = api.MapGroup("/uploads")
            .WithTags("Uploads")
            .AddEndpointFilter(TusProtocol.CheckVersionAsync)
            .WithMetadata(new DisableRequestSizeLimitAttribute(), new FlushesItself());

        uploads.MapMethods("", ["OPTIONS"], DescribeUploads.Handle).WithName("describeUploads").AllowAnonymous();
        uploads
            .MapPost("", CreateUpload.HandleAsync)
            .WithName("createUpload")
            .WithFootprint(Footprint.Grows)
            .Refuses(400, 403, 404, 413, 415, 422, 429);
        uploads.MapMethods("/{uploadId:guid}", ["HEAD"], GetUploadOffset.HandleAsync).WithName("getUploadOffset").Refuses(403, 404, 410);
        uploads
            .MapPatch("/{uploadId:guid}", AppendToUpload.HandleAsync)
            .WithName("appendToUpload")
            .WithFootprint(Footprint.Grows)
            .Refuses(403, 404, 409, 410, 415, 422, 423, 460);
        uploads.MapDelete("/{uploadId:guid}", TerminateUpload.HandleAsync).WithName("terminateUpload").Refuses(404);

        var open = api.MapGroup("/open-uploads").WithTags("Uploads");
        open.MapGet("", ListOpenUploads.HandleAsync).WithName("listOpenUploads").Refuses(403);
        open.MapDelete("/{uploadId:guid}", CancelOpenUpload.HandleAsync).WithName("cancelOpenUpload").Refuses(403, 404);
    }
}
