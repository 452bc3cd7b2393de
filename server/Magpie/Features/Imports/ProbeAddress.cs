using System.ComponentModel.DataAnnotations;
using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Outbound;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <param name="Group">For whose plan it is judged; the member's first one where none is named.</param>
public sealed record ProbeAddressRequest([property: Required] string Url, Guid? Group = null);

/// <summary>What lies at an address, by its first bytes; what they do not tell is null.</summary>
/// <param name="Bytes">As the other server declares it.</param>
/// <param name="Preview">A <c>data:</c> address of a small picture, where the file is a small one.</param>
public sealed record ProbedFile(string FileName, MediaKind Kind, MediaFormat Format, string MediaType, long? Bytes, int? Width, int? Height, string? Preview);

internal static class ProbeAddress
{
    public static async Task<Results<Ok<ProbedFile>, ProblemHttpResult, NotFound>> HandleAsync(
        ProbeAddressRequest request, Caller caller, MagpieDbContext db, ProbeTurns turns, ImportProbe probe, CancellationToken ct)
    {
        var membership = await db.FindMembershipAsync(caller, request.Group, ct);
        if (membership is null)
        {
            return TypedResults.NotFound();
        }

        if (membership.Role is GroupRole.Viewer)
        {
            return Problems.Of(AddingRules.Viewer);
        }

        if (!OutboundAddress.TryRead(request.Url, out var address))
        {
            return Problems.Of(ImportAddresses.Fault(request.Url));
        }

        if (!turns.TryTake(caller.UserId))
        {
            return Problems.Of(ImportProblems.TooManyProbes);
        }

        try
        {
            var workspace = await db.Groups.Where(g => g.Id == membership.GroupId).Select(g => g.WorkspaceId).SingleAsync(ct);
            var (file, refusal) = await probe.LookAsync(address, workspace, ct);
            return refusal is null ? TypedResults.Ok(file) : Problems.Of(refusal);
        }
        finally
        {
            turns.End(caller.UserId);
        }
    }
}
