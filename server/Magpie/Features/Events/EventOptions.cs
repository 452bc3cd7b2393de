using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Events;

/// <summary>Section <c>Magpie:Events</c>.</summary>
public sealed class EventOptions
{
    public const string Section = "Magpie:Events";

    /// <summary>Streams that a member may have open at once on one node: each tab and each program that listens is one.</summary>
    [Range(1, 1_000)]
    public int StreamsPerMember { get; set; } = 20;

    /// <summary>
    /// How often a stream says that it is there, and looks whether it may go on. The web app takes 50 seconds of silence for a lost
    /// connection.
    /// </summary>
    [Range(1, 25)]
    public int BeatSeconds { get; set; } = 20;
}
