namespace Magpie.Platform.Clouds.Dropbox;

/// <summary>Section <c>Magpie:Imports:Dropbox</c>. The addresses are Dropbox's own; only tests change them.</summary>
public sealed class DropboxOptions : CloudOptions
{
    public const string Section = "Magpie:Imports:Dropbox";

    public override Uri AuthorizeAddress { get; set; } = new("https://www.dropbox.com/oauth2/authorize");
    public override Uri TokenAddress { get; set; } = new("https://api.dropboxapi.com/oauth2/token");
    public override Uri RevokeAddress { get; set; } = new("https://api.dropboxapi.com/2/auth/token/revoke");
    public override Uri ApiAddress { get; set; } = new("https://api.dropboxapi.com/2/");

    /// <summary>The host for files and thumbnails.</summary>
    public Uri ContentAddress { get; set; } = new("https://content.dropboxapi.com/2/");

    protected override IEnumerable<(string Name, Uri Address)> Addresses => [.. base.Addresses, (nameof(ContentAddress), ContentAddress)];

    protected override IEnumerable<string> BaseAddresses => [.. base.BaseAddresses, nameof(ContentAddress)];
}
