using Magpie.Model.Library;

namespace Magpie.Model.Imports;

/// <summary>A store of files elsewhere that a member may connect with their account here.</summary>
public enum CloudProvider
{
    Dropbox,
    GoogleDrive,
}

public static class CloudProviders
{
    /// <summary>The name as the provider writes it.</summary>
    public static string Title(this CloudProvider provider) =>
        provider switch
        {
            CloudProvider.Dropbox => "Dropbox",
            CloudProvider.GoogleDrive => "Google Drive",
            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
        };

    public static AssetOrigin Origin(this CloudProvider provider) =>
        provider switch
        {
            CloudProvider.Dropbox => AssetOrigin.Dropbox,
            CloudProvider.GoogleDrive => AssetOrigin.GoogleDrive,
            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
        };

    public static CloudProvider? OfOrigin(AssetOrigin origin) =>
        origin switch
        {
            AssetOrigin.Dropbox => CloudProvider.Dropbox,
            AssetOrigin.GoogleDrive => CloudProvider.GoogleDrive,
            _ => null,
        };
}
