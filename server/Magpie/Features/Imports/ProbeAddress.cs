using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Outbound;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <param name="Group">For whose plan it is judged; the member's first one where none is named.</param>
public sealed record ProbeAddressRequest([property: Required] string Url, Guid? Group = null);

/// <summary>What lies at an address, by its first bytes; what they do not tell is null.</summary>
/// <param name="Bytes">As the other server declares it.</param>
/// <param name="Preview">A <c>data:</c> address of a small picture.</param>
/// <param name="MissingPreview">Why there is none.</param>
public sealed record ProbedFile(
    string FileName,
    MediaKind Kind,
    MediaFormat Format,
    string MediaType,
    long? Bytes,
    int? Width,
    int? Height,
    double? DurationSeconds,
    string? Preview,
    MissingPreview? MissingPreview
);

public enum MissingPreview
{
    /// <summary>The data for a preview is too far back in the file, and the other server does not support ranges.</summary>
    NoParts,

    /// <summary>It did not arrive, or could not be made, within the time allowed for a look.</summary>
    TooSlow,

    /// <summary>No picture could be made of it. Importing it says why, if the file is at fault.</summary>
    Unreadable,
}

internal static class ProbeAddress
{
    public static async Task<Results<Ok<ProbedFile>, ProblemHttpResult>> HandleAsync(
        ProbeAddressRequest request,
        Caller caller,
        MagpieDbContext db,
        ProbeLimiter limiter,
        ImportProbe probe,
        CancellationToken ct
    )
    {
        var membership = await db.FindMembershipAsync(caller, request.Group, ct);
        if (membership is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (membership.Role.CheckAdd() is { } notAllowed)
        {
            return Problems.Of(notAllowed);
        }

        if (!OutboundAddress.TryRead(request.Url, out var address))
        {
            return Problems.Of(ImportAddresses.Fault(request.Url));
        }

        if (!limiter.TryTake(caller.UserId))
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
            limiter.End(caller.UserId);
        }
    }
}
