namespace Magpie.Model.Library;

/// <summary>A personal bookmark: each member has their own.</summary>
public sealed class Star
{
    public required Guid UserId { get; init; }

    /// <summary>The asset's position.</summary>
    public required long Position { get; init; }
}
