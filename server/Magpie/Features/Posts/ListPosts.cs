using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Magpie.Features.Posts;

/// <summary>What a list of posts is filtered by; everything that is set must match.</summary>
/// <param name="From">With <paramref name="To"/>: those whose clock shows something from here on. Then they come all at once, in the order
/// of their times.</param>
/// <param name="To">Before this.</param>
/// <param name="Profile">Any of these.</param>
/// <param name="Status">Any of these.</param>
/// <param name="Q">Any part of the caption, in any case.</param>
/// <param name="Asset">Those that hold it.</param>
/// <param name="Deleted">What was deleted and can be restored, instead of the others.</param>
#pragma warning disable ASP0029 // How the generator of validation learns of a type that it does not see in a route.
[ValidatableType]
#pragma warning restore ASP0029
public sealed record PostFilter(
    Guid? Group = null,
    string? From = null,
    string? To = null,
    Guid[]? Profile = null,
    EnumName<PostState>[]? Status = null,
    [property: StringLength(200)] string? Q = null,
    Guid? Asset = null,
    bool? Deleted = null
);

/// <summary>Newest first in pages, or everything in a range of time.</summary>
internal static class ListPosts
{
    private const int MostInRange = 10_000;
    private const int MostInPage = 200;
    private const int PageSize = 60;

    // No time zone is further from UTC, so every wall time of a range lies within this distance.
    private static readonly TimeSpan MaxOffset = TimeSpan.FromDays(1);
    private static readonly RuleViolation TooManyInPage = new RuleViolation(
        "limit",
        $"A page holds at most {MostInPage} posts. Ask for fewer, or for a range of time with from and to."
    ).With(("limit", MostInPage));

    public static async Task<Results<Ok<Page<PostSummary>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PostFilter filter,
        Caller caller,
        MagpieDbContext db,
        PostSummaries summaries,
        CancellationToken ct,
        string? cursor = null,
        [Range(1, MostInRange)] int? limit = null
    )
    {
        if (await db.FindMembershipAsync(caller, filter.Group, ct) is not { } member)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var posts = Narrowed(
            db,
            db.Posts.AsNoTracking().Where(p => p.GroupId == member.GroupId && (p.DeletedAt != null) == (filter.Deleted == true)),
            filter
        );
        var (found, next, refusal) =
            filter.From is not null || filter.To is not null
                ? await InRangeAsync(posts, filter, limit, ct)
                : await PageAsync(posts, cursor, limit, ct);
        return refusal is not null
            ? Problems.Of(refusal)
            : TypedResults.Ok(new Page<PostSummary>(await summaries.ReadAsync(found, member, ct), next));
    }

    private static async Task<(List<Post> Posts, string? Next, RuleViolation? Refusal)> InRangeAsync(
        IQueryable<Post> posts,
        PostFilter filter,
        int? limit,
        CancellationToken ct
    )
    {
        if (
            filter is not { From: { } earliest, To: { } latest }
            || !PostTime.TryReadLocal(earliest, out var from)
            || !PostTime.TryReadLocal(latest, out var to)
            || from >= to
        )
        {
            return ([], null, PostRefusals.WrongRange);
        }

        var after = DateTime.SpecifyKind(from, DateTimeKind.Utc) - MaxOffset;
        var before = DateTime.SpecifyKind(to, DateTimeKind.Utc) + MaxOffset;
        return (
            await posts
                .Where(p => p.ScheduledAt >= after && p.ScheduledAt < before && p.LocalTime >= from && p.LocalTime < to)
                .OrderBy(p => p.LocalTime)
                .ThenBy(p => p.Id)
                .Take(limit ?? MostInRange)
                .ToListAsync(ct),
            null,
            null
        );
    }

    private static async Task<(List<Post> Posts, string? Next, RuleViolation? Refusal)> PageAsync(
        IQueryable<Post> posts,
        string? cursor,
        int? limit,
        CancellationToken ct
    )
    {
        Guid? below = null;
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, out Guid last))
            {
                return ([], null, Cursor.Wrong);
            }

            below = last;
        }

        var size = limit ?? PageSize;
        if (size > MostInPage)
        {
            return ([], null, TooManyInPage);
        }

        var found = await posts
            .Where(p => below == null || p.Id.CompareTo(below.Value) < 0)
            .OrderByDescending(p => p.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var shown = found[..Math.Min(size, found.Count)];
        return (shown, found.Count > size ? Cursor.Of(shown[^1].Id) : null, null);
    }

    private static IQueryable<Post> Narrowed(MagpieDbContext db, IQueryable<Post> posts, PostFilter filter)
    {
        if (filter.Profile is { Length: > 0 } profiles)
        {
            posts = posts.Where(p => profiles.Contains(p.ProfileId));
        }

        if (filter.Status is { Length: > 0 } statuses)
        {
            var states = statuses.Select(status => status.Value).ToList();
            posts = posts.Where(p => states.Contains(p.State));
        }

        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            posts = SqlDialect.Of(db).WhereCaptionHas(posts, filter.Q.Trim());
        }

        return filter.Asset is { } asset
            ? posts.Where(p => p.Assets.Any(h => db.Assets.Any(a => a.Id == asset && a.Position == h.Position)))
            : posts;
    }
}
