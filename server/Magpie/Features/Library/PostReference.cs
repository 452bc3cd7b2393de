using Magpie.Model.Networks;
using Magpie.Model.Posts;

namespace Magpie.Features.Library;

/// <summary>A post that holds an asset.</summary>
/// <param name="LocalTime">What the clock of its profile shall show; null for a draft without a time.</param>
/// <param name="ScheduledAt">Null where there is no time.</param>
public sealed record PostReference(
    Guid Id,
    Guid ProfileId,
    Network Network,
    string Handle,
    PostState State,
    string? LocalTime,
    DateTime? ScheduledAt
);
