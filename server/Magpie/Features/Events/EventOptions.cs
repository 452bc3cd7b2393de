using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Events;

/// <summary>Section <c>Magpie:Events</c>.</summary>
public sealed class EventOptions
{
    public const string Section = "Magpie:Events";

    /// <summary>Streams that a member may have open at once on one server; each tab and each program needs one.</summary>
    [Range(1, 1_000)]
    public int StreamsPerMember { get; set; } = 20;

    /// <summary>
    /// How often a stream sends a heartbeat and checks whether it may go on. The web app treats 50 seconds of silence as a lost connection.
    /// </summary>
    [Range(1, 25)]
    public int BeatSeconds { get; set; } = 20;
}
