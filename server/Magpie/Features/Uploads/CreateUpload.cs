using Magpie.Core.Access;
using Magpie.Core.Ingest;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Uploads;

/// <summary>
/// Checks everything that can be checked before any bytes have arrived, reserves the storage, and takes the first bytes if the request
/// brings some.
/// </summary>
internal static class CreateUpload
{
    public static async Task<Results<Created, ProblemHttpResult>> HandleAsync(
        HttpContext http,
        Caller caller,
        MagpieDbContext db,
        IngestConnection ingest,
        IOptions<LimitOptions> limits,
        IOptions<UploadOptions> options,
        PlanCatalog plans,
        DiskReserve disk,
        UploadLocks locks,
        TimeProvider time,
        UploadReceiver receiver,
        UploadStanding standing,
        UploadRemoval removal,
        CancellationToken ct
    )
    {
        if (TusProtocol.ReadNumber(http.Request, "Upload-Length") is not { } length)
        {
            return Problems.Of(
                new RuleViolation(
                    "upload-length-required",
                    "The length of a file must be known before it is sent. Send it as Upload-Length, in bytes."
                )
            );
        }

        var metadata = TusProtocol.ReadMetadata(http.Request);
        Guid group = default;
        if (metadata is null || (metadata.TryGetValue("group", out var named) && !Guid.TryParse(named, out group)))
        {
            return Problems.Of(
                new RuleViolation(
                    "upload-metadata",
                    "Upload-Metadata cannot be read. It is a list of keys, each with a Base64 value: filename, group, labels."
                )
            );
        }

        var place = await db.FindUploadPlaceAsync(caller, group == default ? null : group, ct);
        if (place is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (place.Role.CheckAdd() is { } notAllowed)
        {
            return Problems.Of(notAllowed);
        }

        var name = FileNames.CleanOfFile(metadata.GetValueOrDefault("filename"));
        if (limits.Value.Uploads.Check(name, length, FileNames.KindHint(name)) is { } violation)
        {
            return Problems.Of(violation);
        }

        var plan = plans[place.Plan];
        if (!plan.Videos && FileNames.KindHint(name) is MediaKind.Video)
        {
            return Problems.Of(plan.VideosNotIncluded(name));
        }

        var now = time.GetUtcNow().UtcDateTime;
        var upload = new Upload
        {
            WorkspaceId = place.WorkspaceId,
            GroupId = place.GroupId,
            UserId = caller.UserId,
            FileName = name,
            Length = length,
            Labels = Label.ReadAll((metadata.GetValueOrDefault("labels") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)),
            StartsAsDraft = place.Role.AddsDrafts(),
            CreatedAt = now,
            TokenId = caller.TokenId,
            // Extended when bytes arrive.
            ExpiresAt = now.AddMinutes(options.Value.UnsentMinutes),
        };

        if (await BeginAsync(upload, plan.StorageBytes, options.Value.MaxOpenPerPerson, db, ingest, disk) is { } noRoom)
        {
            return Problems.Of(noRoom);
        }

        try
        {
            if (
                http.Request.ContentType == TusProtocol.ChunkType
                && await ReceiveAsync(upload, http, caller, locks, receiver, standing, ct) is { } refusal
            )
            {
                // The client was never told its address, so nobody could continue or cancel it.
                await removal.RemoveAsync(upload);
                return Problems.Of(refusal);
            }
        }
        catch (Exception trouble) when (Outages.Of(trouble) is not null and not Outage.DatabaseUnavailable)
        {
            await removal.RemoveAsync(upload);
            throw;
        }

        TusProtocol.WriteState(http.Response, upload);
        return TypedResults.Created($"/api/uploads/{upload.Id}");
    }

    private static async Task<RuleViolation?> ReceiveAsync(
        Upload upload,
        HttpContext http,
        Caller caller,
        UploadLocks locks,
        UploadReceiver receiver,
        UploadStanding standing,
        CancellationToken ct
    )
    {
        // Nobody else knows this upload yet.
        using var turn = (await locks.TakeAsync(upload.Id, ct, sender: caller))!;
        return await standing.WhyEndedAsync(upload, await receiver.ReceiveAsync(upload, http.Request, turn, ct), turn, caller);
    }

    /// <summary>Reserves the upload's storage; or says why there is none for it.</summary>
    private static async Task<RuleViolation?> BeginAsync(
        Upload upload,
        long? limit,
        int most,
        MagpieDbContext db,
        IngestConnection ingest,
        DiskReserve disk
    )
    {
        await using (var turn = await ingest.TakeAsync(db))
        {
            await using var transaction = await turn.Db.Database.BeginTransactionAsync();
            await turn.Db.HoldMemberAsync(upload.UserId);
            if (await turn.Db.CountOpenUploadsAsync(upload.UserId) >= most)
            {
                return UploadProblems.TooMany(most);
            }

            if (await turn.Db.ReserveQuotaAsync(upload.WorkspaceId, upload.Length, limit))
            {
                if (
                    await turn.Db.FindExceededShareAsync(upload.UserId, upload.WorkspaceId, upload.Length, limit, () => disk.FreeBytes) is
                    { } share
                )
                {
                    return StorageRules.ShareTaken(share.HeldBytes, share.ShareBytes, upload.Length);
                }

                await turn.Db.InsertAsync(upload);
                await transaction.CommitAsync();
                return null;
            }
        }

        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == upload.WorkspaceId);
        var used = workspace.StorageBytes + workspace.ReservedBytes;
        return StorageRules.Full(used, limit!.Value, upload.Length);
    }
}
