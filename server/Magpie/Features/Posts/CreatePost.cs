using System.ComponentModel.DataAnnotations;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts;

/// <param name="Surface">Left out: it follows from the media, also later.</param>
/// <param name="AssetIds">Its media, whole; see also <paramref name="Assets"/>.</param>
/// <param name="Caption">Left out: the note of the first asset.</param>
/// <param name="LocalTime">What the clock in <paramref name="TimeZone"/> shall show: <c>2026-11-25T09:00</c>. The post stays a draft until
/// it is scheduled.</param>
/// <param name="TimeZone">The profile's where none is named.</param>
/// <param name="LaterOccurrence">Of an hour that comes twice, the later one.</param>
/// <param name="Assets">Its media, with what is theirs in this post. Takes the place of <paramref name="AssetIds"/>.</param>
/// <param name="SetId">That of posts on other profiles that it belongs to; a new id begins a set.</param>
/// <param name="Own">What it does not share with the others of its set.</param>
public sealed record CreatePostRequest(
    Guid ProfileId,
    [property: StringLength(100)] string? Surface = null,
    IReadOnlyList<Guid>? AssetIds = null,
    [property: StringLength(Post.MaxTitleLength)] string? Title = null,
    [property: StringLength(Post.MaxCaptionLength)] string? Caption = null,
    [property: StringLength(Post.MaxCaptionLength)] string? FirstComment = null,
    string? LocalTime = null,
    string? TimeZone = null,
    bool LaterOccurrence = false,
    IReadOnlyList<PostAssetRequest>? Assets = null,
    Guid? SetId = null,
    IReadOnlyList<PostPart>? Own = null
);

internal static class CreatePost
{
    public static async Task<Results<Created<PostDetails>, ProblemHttpResult>> HandleAsync(
        CreatePostRequest request,
        Caller caller,
        MagpieDbContext db,
        NewPosts posts,
        PostWriter writer,
        PostReader reader,
        CancellationToken ct
    )
    {
        var (made, refusal) = await posts.MakeAsync(request, caller, ct);
        if (made is null)
        {
            return Problems.Of(refusal!);
        }

        db.Posts.Add(made.Post);
        var (_, gone) = await writer.KeepAsync(made.Post, made.Media.ConvertAll(one => one.Held), ChangeAction.Created);
        return gone is not null ? Problems.Of(gone)
            : await reader.ReadAsync(made.Post.Id, caller, ct, made.Time?.Notice) is { } details
                ? TypedResults.Created($"/api/posts/{made.Post.Id}", details)
            : Problems.Of(RuleViolation.NotFound);
    }
}
