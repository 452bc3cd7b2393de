using Magpie.Model.Accounts;
using Magpie.Model.Uploads;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Uploads;

internal static class AppendToUpload
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid uploadId,
        HttpContext http,
        Caller caller,
        ResumableUploads uploads,
        UploadLocks locks,
        UploadReceiver receiver,
        UploadStanding standing,
        CancellationToken ct
    )
    {
        if (http.Request.ContentType != TusProtocol.ChunkType)
        {
            return Problems.Of(UploadProblems.ChunkType);
        }

        using var turn = await locks.TakeAsync(uploadId, ct, sender: caller);
        if (turn is null)
        {
            return Problems.Of(UploadProblems.Busy);
        }

        var (upload, refusal) = await uploads.FindAsync(uploadId, caller, ct);
        if (upload is null)
        {
            return Problems.Of(refusal!);
        }

        if (TusProtocol.ReadNumber(http.Request, "Upload-Offset") is not { } offset || offset != upload.Offset)
        {
            TusProtocol.WriteState(http.Response, upload);
            return Problems.Of(UploadProblems.WrongOffset);
        }

        if (upload.State is UploadState.Receiving)
        {
            var problem = await receiver.ReceiveAsync(upload, http.Request, turn, ct);
            if (await standing.WhyEndedAsync(upload, problem, turn, caller) is { } ended)
            {
                return Problems.Of(ended);
            }
        }

        TusProtocol.WriteState(http.Response, upload);
        return TypedResults.NoContent();
    }
}
