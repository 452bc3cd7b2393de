using Magpie.Model.Accounts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads.Others;

/// <param name="Id">As in the address of the upload, and of the asset that it becomes.</param>
/// <param name="Bytes">Of the whole file: what it keeps of the storage.</param>
/// <param name="ReceivedBytes">That have come and count.</param>
/// <param name="ExpiresAt">When it is given up unless more of it comes.</param>
public sealed record OpenUpload(
    Guid Id,
    Guid GroupId,
    string Group,
    string Name,
    long Bytes,
    long ReceivedBytes,
    UploadSender Sender,
    DateTime CreatedAt,
    DateTime ExpiresAt
);

public sealed record UploadSender(Guid Id, string Name);

/// <param name="Count">Of all, also beyond the items.</param>
/// <param name="ReservedBytes">That all of them keep.</param>
public sealed record OpenUploadList(IReadOnlyList<OpenUpload> Items, int Count, long ReservedBytes);

/// <summary>All uploads under way in the caller's workspace, oldest first.</summary>
internal static class ListOpenUploads
{
    private const int Most = 500;

    public static async Task<Results<Ok<OpenUploadList>, ProblemHttpResult>> HandleAsync(
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct
    )
    {
        if (!await db.IsAdminAsync(caller, ct))
        {
            return Problems.Of(PermissionRefusals.AdminsSeeUploads);
        }

        var open = db.OpenUploadsOf(caller);
        var found = await open.AsNoTracking()
            .OrderBy(u => u.Id)
            .Take(Most)
            .Join(db.Groups, u => u.GroupId, g => g.Id, (upload, g) => new { Upload = upload, Group = g.Name })
            .ToListAsync(ct);
        var names = await db.NamesOfAsync([.. found.Select(one => one.Upload.UserId).Distinct()], ct);
        return TypedResults.Ok(
            new OpenUploadList(
                [
                    .. found
                        .OrderBy(one => one.Upload.Id)
                        .Select(one => new OpenUpload(
                            one.Upload.Id,
                            one.Upload.GroupId,
                            one.Group,
                            one.Upload.FileName,
                            one.Upload.Length,
                            one.Upload.Offset,
                            new(one.Upload.UserId, names.GetValueOrDefault(one.Upload.UserId, "")),
                            one.Upload.CreatedAt,
                            one.Upload.ExpiresAt
                        )),
                ],
                await open.CountAsync(ct),
                await open.SumAsync(u => u.Length, ct)
            )
        );
    }
}
