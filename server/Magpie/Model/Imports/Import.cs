using Magpie.Model.Library;
using Magpie.Model.Media;

namespace Magpie.Model.Imports;

public enum ImportState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>
/// A file that the server fetches for a person, from an address or from a store they are connected to. The asset that it becomes
/// takes over its id. Every change of state is one statement that asks for the state before it, so that two servers, or a click and
/// a server, cannot both have their way.
/// </summary>
public sealed class Import
{
    public const int MaxAddressLength = 2048;

    /// <summary>How often it is begun before it is called failed: each time but the last the server ended in the middle.</summary>
    public const int MaxAttempts = 3;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WorkspaceId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>What kind of place it comes from; says how <see cref="Address"/> is to be read.</summary>
    public required AssetOrigin Origin { get; init; }

    /// <summary>The URL as it was asked for, or what its store calls the file.</summary>
    public required string Address { get; init; }

    /// <summary>What the file is called: by the person, by the other server, or after its address.</summary>
    public required string Name { get; init; }

    /// <summary>A person chose the name, so nothing that is found out later changes it.</summary>
    public required bool IsNamed { get; init; }

    public required List<string> Labels { get; init; }

    /// <summary>A contributor's: the asset waits for an editor.</summary>
    public required bool StartsAsDraft { get; init; }

    /// <summary>The token that asked for it; revoking that ends it. Null: a person did, signed in.</summary>
    public Guid? TokenId { get; init; }

    public ImportState State { get; private init; } = ImportState.Waiting;
    public long ReceivedBytes { get; private init; }

    /// <summary>As the other server declares it, or a cloud's list has told before; null where neither does.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Known as soon as the first bytes were seen.</summary>
    public MediaFormat? Format { get; private init; }

    /// <summary>Storage promised to it, while it runs.</summary>
    public long ReservedBytes { get; private init; }

    public int Attempts { get; private init; }

    /// <summary>New each time somebody begins it; whoever holds an older one has lost it.</summary>
    public Guid? Lease { get; private init; }

    /// <summary>While it runs: when another server may take it over.</summary>
    public DateTime? LeaseUntil { get; private init; }

    public string? FailureCode { get; private init; }
    public string? FailureMessage { get; private init; }

    /// <summary>The values in the sentence, as JSON.</summary>
    public string? FailureMembers { get; private init; }
    public Guid? DuplicateOfId { get; private init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? EndedAt { get; private init; }

    /// <summary>What the asset names as its source; null where it comes from a cloud.</summary>
    public string? SourceUrl => Origin is AssetOrigin.Url ? Address : null;

    public RuleViolation? Failure =>
        FailureCode is null
            ? null
            : new RuleViolation(FailureCode, FailureMessage!).With(
                Values.Read(FailureMembers).Select(member => (member.Key, member.Value))
            );
}
