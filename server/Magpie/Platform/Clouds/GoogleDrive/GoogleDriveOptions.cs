namespace Magpie.Platform.Clouds.GoogleDrive;

/// <summary>Section <c>Magpie:Imports:GoogleDrive</c>. The addresses are Google's own; only tests change them.</summary>
public sealed class GoogleDriveOptions : CloudOptions
{
    public const string Section = "Magpie:Imports:GoogleDrive";

    public override Uri AuthorizeAddress { get; set; } = new("https://accounts.google.com/o/oauth2/v2/auth");
    public override Uri TokenAddress { get; set; } = new("https://oauth2.googleapis.com/token");
    public override Uri RevokeAddress { get; set; } = new("https://oauth2.googleapis.com/revoke");
    public override Uri ApiAddress { get; set; } = new("https://www.googleapis.com/drive/v3/");

    /// <summary>Thumbnails are on this host or below it. A member's token is sent nowhere else, whatever a listing names.</summary>
    public string ThumbnailHost { get; set; } = "googleusercontent.com";
}
