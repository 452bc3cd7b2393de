namespace Magpie.Platform.Clouds;

/// <summary>Limits for requests to providers.</summary>
internal sealed class CloudRequestOptions
{
    /// <summary>For everything except the bytes of an imported file.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
