using Magpie.Model.Posts;

namespace Magpie.Features.Library;

/// <summary>A post that holds an asset.</summary>
/// <param name="ScheduledAt">Null for a draft without a time.</param>
public sealed record HoldingPost(Guid Id, Guid ProfileId, PlatformName Platform, string Handle, PostState State, DateTime? ScheduledAt);
