using Magpie.Model.Media;

namespace Magpie.Model.Library;

/// <summary>Addresses contain a version of the bytes, so that browsers may cache them forever.</summary>
public static class AssetAddresses
{
    public static string Original(Asset asset) => $"/api/assets/{asset.Id}/original?v={asset.Sha256[..16]}";

    /// <summary>The name is only there for people who read the address; the token decides.</summary>
    public static string Public(string token, Asset asset) =>
        $"/shared/{token}/{Uri.EscapeDataString(DownloadName.Of(asset.Name, asset.Format))}";

    public static string Of(Rendition rendition) =>
        $"/api/assets/{rendition.AssetId}/renditions/{rendition.Kind.ToString().ToLowerInvariant()}?v={rendition.Version}";
}
