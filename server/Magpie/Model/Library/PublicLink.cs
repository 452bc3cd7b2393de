namespace Magpie.Model.Library;

/// <summary>An unguessable address where anybody can fetch one asset's file, without metadata, until the link is switched off.</summary>
public sealed class PublicLink
{
    public required Guid AssetId { get; init; }

    /// <summary>128 random bits in Base64Url.</summary>
    public required string Token { get; init; }

    public required Guid CreatedById { get; init; }
    public required DateTime CreatedAt { get; init; }
}
