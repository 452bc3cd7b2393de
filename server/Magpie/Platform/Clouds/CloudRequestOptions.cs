namespace Magpie.Platform.Clouds;

/// <summary>How providers are asked.</summary>
internal sealed class CloudRequestOptions
{
    /// <summary>For anything but the bytes of a file that is imported.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
