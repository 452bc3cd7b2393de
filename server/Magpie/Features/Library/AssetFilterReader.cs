using Magpie.Core.Access;
using Magpie.Core.Labels;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;

namespace Magpie.Features.Library;

/// <param name="Member">Null when the caller has no such group.</param>
/// <param name="Criteria">Null when nothing can match, because a label does not exist or the surface takes another kind.</param>
internal sealed record ReadFilter(GroupMember? Member, AssetCriteria? Criteria, RuleViolation? Refusal = null, Surface? Surface = null);

/// <summary>Turns a request into criteria for one group that the caller may see.</summary>
internal sealed class AssetFilterReader(MagpieDbContext db, SurfaceCatalog surfaces)
{
    private const int MaxNamePart = 200;

    public async Task<ReadFilter> ReadAsync(AssetFilter filter, Caller caller, CancellationToken ct)
    {
        if (await db.FindMembershipAsync(caller, filter.Group, ct) is not { } member)
        {
            return new(null, null, RuleViolation.NotFound);
        }

        var names = (filter.Label ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).DistinctBy(Label.Identify).ToList();
        var labels = names.Count == 0 ? [] : await db.LookUpLabelsAsync(member.GroupId, names, ct);
        if (labels.Count < names.Count)
        {
            return new(member, null);
        }

        if (filter.Q?.Length > MaxNamePart)
        {
            return new(
                member,
                null,
                new RuleViolation("search-too-long", $"Search for at most {MaxNamePart} characters.").With(("limit", MaxNamePart))
            );
        }

        var surface = filter.Fits is null ? null : surfaces.Find(filter.Fits);
        if (filter.Fits is not null && surface is null)
        {
            return new(
                member,
                null,
                new RuleViolation(
                    "surface",
                    $"There is no surface *{filter.Fits}*. Use one such as instagram.reel; /api/surfaces lists them."
                ).With(("surface", filter.Fits))
            );
        }

        // A filter for a surface that takes only videos can search these, which are few.
        var kind = filter.Kind?.Value ?? (surface is null ? null : surfaces.OnlyKindOf(surface));
        if (surface is not null && surfaces.OnlyKindOf(surface) is { } only && only != kind)
        {
            return new(member, null, Surface: surface);
        }

        var (status, usedOnNetwork) = filter.Status?.Value switch
        {
            null => ((AssetStatus?)null, (Network?)null),
            StatusFilter.Processing => (AssetStatus.Processing, null),
            StatusFilter.Ready => (AssetStatus.Ready, null),
            StatusFilter.Draft => (AssetStatus.Draft, null),
            StatusFilter.Failed => (AssetStatus.Failed, null),
            StatusFilter.Tiktok => (AssetStatus.Ready, Network.Tiktok),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

        return new(
            member,
            new()
            {
                GroupId = member.GroupId,
                Trashed = filter.Trash is true,
                Kind = kind,
                Status = status,
                UsedOnNetwork = usedOnNetwork,
                NamePart =
                    FileNames.ForSearch((filter.Q ?? "").Trim()) is { Length: > 0 } part && !string.IsNullOrWhiteSpace(part) ? part : null,
                Labels = labels,
                StarredBy = filter.Starred is true ? caller.UserId : null,
                Usage = filter.Usage?.Value,
                ProfileId = filter.Profile,
                Origin = filter.Origin?.Value,
                Fits = surface?.Bit,
            },
            Surface: surface
        );
    }
}
