using Magpie.Model;
using Magpie.Model.Posts;

namespace Magpie.Features.Posts;

internal static class PostTimes
{
    /// <summary>A wall time and a time zone as they were sent; or why they are not valid.</summary>
    public static (PlannedTime? Time, RuleViolation? Violation) Read(string local, string zoneName, bool second)
    {
        if (!PostTime.TryReadLocal(local, out var wall))
        {
            return (null, PostTime.WrongLocalTime);
        }

        return PostTime.FindZone(zoneName) is { } zone ? (PostTime.Plan(wall, zone, second), null) : (null, PostTime.UnknownZone(zoneName));
    }
}
