using System.Text.Json;
using Magpie.Model.Posts;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Magpie.Features.Posts;

/// <summary>The changed fields of a post, by their JSON names in <see cref="PostDetails"/>.</summary>
internal static class PostFields
{
    // These change with every save, so they would say nothing.
    private static readonly string[] Silent =
    [
        nameof(Post.Version),
        nameof(Post.ChangedById),
        nameof(Post.ChangedAt),
        nameof(Post.CountsIn),
    ];

    /// <summary>Call before saving. Empty when the post was deleted or restored, as then anything may have changed.</summary>
    /// <param name="media">Its media are replaced.</param>
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
