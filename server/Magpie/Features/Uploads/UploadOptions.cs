using System.ComponentModel.DataAnnotations;

namespace Magpie.Features.Uploads;

/// <summary>Section <c>Magpie:Uploads</c>.</summary>
public sealed class UploadOptions
{
    public const string Section = "Magpie:Uploads";

    /// <summary>An upload that nobody continues for this long is removed.</summary>
    [Range(1, 24 * 30)]
    public int ExpireHours { get; set; } = 48;

    /// <summary>
    /// An upload that has received nothing this long after it began is removed, because it only keeps storage from others.
    /// </summary>
    [Range(1, 24 * 60)]
    public int UnsentMinutes { get; set; } = 10;

    /// <summary>A longer PATCH counts in stretches of this size, so that a crash loses at most one.</summary>
    [Range(1 << 20, 1 << 30)]
    public int StretchBytes { get; set; } = 16 << 20;

    /// <summary>Uploads of one person that may be under way at once.</summary>
    [Range(1, 1_000_000)]
    public int MaxOpenPerPerson { get; set; } = 10_000;
}
