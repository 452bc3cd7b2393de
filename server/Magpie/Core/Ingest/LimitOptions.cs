using System.ComponentModel.DataAnnotations;
using Magpie.Model.Uploads;

namespace Magpie.Core.Ingest;

/// <summary>Section <c>Magpie:Limits</c>: limits that an operator may raise, in bytes; a megabyte is 1,000,000.</summary>
public sealed class LimitOptions
{
    public const string Section = "Magpie:Limits";
    public const int SuggestedPartBytes = 8 << 20;

    [Range(1, long.MaxValue)]
    public long ImageBytes { get; set; } = 20_000_000;

    [Range(1, long.MaxValue)]
    public long VideoBytes { get; set; } = 50_000_000;

    public UploadLimits Uploads => new(ImageBytes, VideoBytes);
}
