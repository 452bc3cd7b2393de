namespace Magpie.Platform.Storage;

/// <summary>The one place that says where each blob is. Folders are split by the id's last byte, which is random.</summary>
internal static class BlobKeys
{
    public const string Originals = "originals/";
    public const string Renditions = "renditions/";

    /// <summary>Where an upload's bytes are collected, and stay once it is an asset.</summary>
    public static string Original(Guid assetId) => $"{Originals}{Shard(assetId)}/{assetId:n}";

    /// <summary>
    /// Where one attempt at an import stores what it fetched: a server that has lost the lease cannot touch the bytes of the next attempt.
    /// </summary>
    public static string Original(Guid importId, Guid lease) => $"{Original(importId)}-{lease:n}";

    /// <summary>The folders that originals lie in.</summary>
    public static IReadOnlyList<string> Shards { get; } = [.. Enumerable.Range(0, 256).Select(shard => $"{shard:x2}")];

    public static string Rendition(Guid assetId, string kind, string version) => $"{RenditionFolder(assetId)}{kind}-{version}";

    /// <summary>
    /// Stored with the renditions, so that it is deleted with them. Each one has a key of its own, so that deleting an old one never hits a
    /// new one.
    /// </summary>
    public static string Publish(Guid assetId, string version, Guid making) => $"{RenditionFolder(assetId)}publish-{version}-{making:n}";

    public static string RenditionFolder(Guid assetId) => $"{Renditions}{Shard(assetId)}/{assetId:n}/";

    /// <summary>The asset, upload or import that a blob belongs to; null when the key is not one of ours.</summary>
    public static Guid? IdIn(string key) =>
        key.Split('/') is [_, _, { Length: >= 32 } name, ..] && Guid.TryParseExact(name[..32], "n", out var id) ? id : null;

    /// <summary>The start of the hash of a rendition's bytes, in lower-case hex; null when the key does not contain it.</summary>
    public static string? HashIn(string key) => key.Split('/')[^1].Split('-') is [not "publish", { Length: 16 } version] ? version : null;

    private static string Shard(Guid id) => id.ToString("n")[30..];
}
