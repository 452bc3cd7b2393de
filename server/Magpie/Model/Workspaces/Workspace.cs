using Magpie.Model.Billing;

namespace Magpie.Model.Workspaces;

/// <summary>The account of a team: its members, its plan, its storage, its groups.</summary>
public sealed class Workspace
{
    public const int MaxNameLength = 100;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required PlanName Plan { get; set; }

    /// <summary>Bytes of originals kept. Changed only by statements in the database, so that it is exact under concurrency.</summary>
    public long StorageBytes { get; private init; }

    /// <summary>Bytes promised to uploads under way.</summary>
    public long ReservedBytes { get; private init; }

    public required DateTime CreatedAt { get; init; }
}
