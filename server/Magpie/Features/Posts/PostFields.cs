using System.Text.Json;
using Magpie.Model.Posts;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Magpie.Features.Posts;

/// <summary>What of a post has changed, by the names that <see cref="PostDetails"/> gives it in JSON.</summary>
internal static class PostFields
{
    // Raised or written with every change, so they tell nobody anything.
    private static readonly string[] Silent =
    [
        nameof(Post.Version),
        nameof(Post.ChangedById),
        nameof(Post.ChangedAt),
        nameof(Post.CountsIn),
    ];

    /// <summary>Asked before it is saved. None where it was deleted or restored: then it may be anything.</summary>
    /// <param name="media">Its media are written anew.</param>
    public static IReadOnlyList<string> ChangedIn(EntityEntry<Post> entry, bool media)
    {
        var changed = entry
            .Properties.Where(property => property.IsModified)
            .Select(property => property.Metadata.Name)
            .Except(Silent)
            .ToList();
        return changed.Contains(nameof(Post.DeletedAt))
            ? []
            : [.. changed.Select(NameOf), .. media ? [NameOf(nameof(PostDetails.Assets))] : Array.Empty<string>()];
    }

    private static string NameOf(string property) =>
        JsonNamingPolicy.CamelCase.ConvertName(property is nameof(Post.ProfileId) ? nameof(PostDetails.Profile) : property);
}
