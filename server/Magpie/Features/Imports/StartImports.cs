using System.ComponentModel.DataAnnotations;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Outbound;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <param name="Url">One address.</param>
/// <param name="Urls">Several; instead of <paramref name="Url"/>.</param>
/// <param name="Name">What the one file shall be called.</param>
/// <param name="Group">The member's first one where none is named.</param>
public sealed record StartImportsRequest(
    string? Url = null, IReadOnlyList<string>? Urls = null, [property: MaxLength(FileNames.MaxLength)] string? Name = null, Guid? Group = null, IReadOnlyList<string>? Labels = null);

/// <param name="Id">That of the first, which its asset will have.</param>
public sealed record StartedImports(Guid Id, IReadOnlyList<ImportDetails> Items);

/// <summary>Takes addresses on to be fetched; none of them, where one is none.</summary>
internal static class StartImports
{
    public static async Task<Results<Accepted<StartedImports>, ProblemHttpResult, NotFound>> HandleAsync(
        StartImportsRequest request, Caller caller, MagpieDbContext db, ImportRunner runner, ChangeFeed changes, IOptions<ImportOptions> options, TimeProvider time, CancellationToken ct)
    {
        var sent = request.Url is { } one ? [one] : request.Urls ?? [];
        if (sent.Count == 0 || (request.Url is not null && request.Urls is not null) || (request.Name is not null && sent.Count > 1))
        {
            return Problems.Of(ImportProblems.Addresses);
        }

        var membership = await db.FindMembershipAsync(caller, request.Group, ct);
        if (membership is null)
        {
            return TypedResults.NotFound();
        }

        if (membership.Role is GroupRole.Viewer)
        {
            return Problems.Of(ImportProblems.Viewer);
        }

        var addresses = new List<Uri>();
        foreach (var text in sent.Select(text => text.Trim()).Distinct(StringComparer.Ordinal))
        {
            if (!OutboundAddress.TryRead(text, out var address))
            {
                return Problems.Of(ImportAddresses.Fault(text), ("address", text));
            }

            addresses.Add(address);
        }

        var open = await db.Imports.CountAsync(i => i.UserId == caller.UserId && i.EndedAt == null, ct);
        if (open + addresses.Count > options.Value.MaxOpenPerMember)
        {
            return Problems.Of(ImportProblems.TooMany(options.Value.MaxOpenPerMember));
        }

        var workspace = await db.Groups.Where(g => g.Id == membership.GroupId).Select(g => g.WorkspaceId).SingleAsync(ct);
        var named = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name;
        var imports = addresses.ConvertAll(address => new Import
        {
            WorkspaceId = workspace,
            GroupId = membership.GroupId,
            UserId = caller.UserId,
            Origin = AssetOrigin.Url,
            Address = address.AbsoluteUri,
            Name = FileNames.Clean(named ?? ImportSources.NameOf(address)),
            IsNamed = named is not null,
            Labels = Label.ReadAll(request.Labels ?? []),
            StartsAsDraft = membership.Role is GroupRole.Contributor,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        });
        db.Imports.AddRange(imports);
        await db.SaveChangesAsync(ct);

        runner.Wake();
        changes.Publish(membership.GroupId, "import", ChangeAction.Created, [.. imports.Select(import => import.Id)]);
        return TypedResults.Accepted($"/api/imports/{imports[0].Id}", new StartedImports(imports[0].Id, imports.ConvertAll(ImportDetails.Of)));
    }
}
