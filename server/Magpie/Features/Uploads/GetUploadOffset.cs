using System.Globalization;
using Magpie.Model.Accounts;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Uploads;

internal static class GetUploadOffset
{
    public static async Task<Results<Ok, ProblemHttpResult>> HandleAsync(
        Guid uploadId,
        HttpResponse response,
        Caller caller,
        ResumableUploads uploads,
        UploadLocks locks,
        CancellationToken ct
    )
    {
        // Whoever asks wants to continue, so a PATCH that still hangs is ended first and the offset stays valid.
        using var turn = await locks.TakeAsync(uploadId, ct);
        if (turn is null)
        {
            return Problems.Of(UploadProblems.Busy);
        }

        var (upload, refusal) = await uploads.FindAsync(uploadId, caller, ct);
        if (upload is null)
        {
            return Problems.Of(refusal!);
        }

        TusProtocol.WriteState(response, upload);
        response.Headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok();
    }
}
