using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Profiles;

/// <param name="Group">The caller's first one where none is named.</param>
/// <param name="TimeZone">An IANA name; UTC where none is given.</param>
/// <param name="Surfaces">Keys of its network, such as <c>instagram.reel</c>; none means all of them.</param>
/// <param name="PictureAssetId">A picture of the group's library.</param>
public sealed record CreateProfileRequest(
    [property: Required] EnumName<Network>? Network,
    [property: Required(AllowEmptyStrings = true)] string Handle,
    [property: StringLength(Profile.MaxDisplayNameLength)] string? DisplayName = null,
    string? TimeZone = null,
    IReadOnlyList<string>? Surfaces = null,
    Guid? PictureAssetId = null,
    Guid? Group = null
);

internal static class CreateProfile
{
    public static async Task<Results<Created<ProfileDetails>, ProblemHttpResult>> HandleAsync(
        CreateProfileRequest request,
        Caller caller,
        MagpieDbContext db,
        ProfileInput input,
        ChangeFeed changes,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (await db.FindMembershipAsync(caller, request.Group, ct) is not { } member)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (member.Role.CheckManageProfiles() is { } notAllowed)
        {
            return Problems.Of(notAllowed);
        }

        var profile = new Profile
        {
            GroupId = member.GroupId,
            Network = request.Network!.Value.Value,
            Handle = Profile.CleanHandle(request.Handle),
            DisplayName = PostText.OrNull(request.DisplayName)?.Trim(),
            TimeZone = request.TimeZone ?? "UTC",
            Surfaces = [.. (request.Surfaces ?? []).Distinct()],
            PictureId = request.PictureAssetId,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        if (await input.FaultAsync(profile, ct) is { } fault)
        {
            return Problems.Of(fault);
        }

        db.Profiles.Add(profile);
        if (await input.SaveAsync(profile) is (false, var violation))
        {
            return violation is null ? Problems.Of(RuleViolation.NotFound) : Problems.Of(violation);
        }

        changes.Publish(profile.GroupId, ChangeKind.Profile, ChangeAction.Created, profile.Id);
        return await db.ReadProfileAsync(profile.Id, ct) is { } made
            ? TypedResults.Created($"/api/profiles/{profile.Id}", made)
            : Problems.Of(RuleViolation.NotFound);
    }
}
