using Magpie.Model.Billing;

namespace Magpie.Model.Workspaces;

/// <summary>The account of a team: its members, its plan, its storage, its groups.</summary>
public sealed class Workspace
{
    public const int MaxNameLength = 100;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required PlanName Plan { get; set; }

    /// <summary>Bytes of all originals. Changed only by SQL statements, so that it stays exact under concurrency.</summary>
    public long StorageBytes { get; private init; }

    /// <summary>Bytes reserved for uploads and imports under way.</summary>
    public long ReservedBytes { get; private init; }

    public required DateTime CreatedAt { get; init; }
}
