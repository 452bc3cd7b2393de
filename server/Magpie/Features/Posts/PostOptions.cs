using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Posts;

/// <summary>Section <c>Magpie:Posts</c>.</summary>
public sealed class PostOptions
{
    public const string Section = "Magpie:Posts";

    /// <summary>A post that nobody has published by then is missed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan MissedAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Days that a deleted post can be restored.</summary>
    [Range(1, 365)]
    public int KeepDeletedDays { get; set; } = 30;
}
