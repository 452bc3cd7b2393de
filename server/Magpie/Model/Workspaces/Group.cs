namespace Magpie.Model.Workspaces;

/// <summary>A set of social profiles with its own media library and its own members.</summary>
public sealed class Group
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WorkspaceId { get; init; }
    public required string Name { get; set; }
    public required DateTime CreatedAt { get; init; }
}
