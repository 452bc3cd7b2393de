using System.Linq.Expressions;
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
/// takes over its id. Two servers, or a server and a click, may change one import at the same time. So each change of state is written by
/// one statement, which asks for the state that the method here starts from.
/// </summary>
public sealed class Import
{
    public const int MaxAddressLength = 2048;

    /// <summary>How often an import is started before it fails. Every attempt but the last was cut short when its server stopped.</summary>
    public const int MaxAttempts = 3;

    public static readonly RuleViolation NotFailed = new RuleViolation(
        "not-failed",
        "This import has not failed, so there is nothing to retry."
    ).With(("reason", "import"));

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WorkspaceId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>Where the file comes from; decides how <see cref="Address"/> is read.</summary>
    public required AssetOrigin Origin { get; init; }

    /// <summary>The URL as the person entered it, or the provider's id of the file.</summary>
    public required string Address { get; init; }

    /// <summary>The file's name, given by the person or the other server, or taken from the address.</summary>
    public required string Name { get; set; }

    /// <summary>A person chose the name, so nothing learned later replaces it.</summary>
    public required bool IsNamed { get; init; }

    public required List<string> Labels { get; init; }

    /// <summary>Added by a contributor, so the asset waits for an editor.</summary>
    public required bool StartsAsDraft { get; init; }

    /// <summary>The token that asked for it; revoking the token ends the import. Null when a signed-in person asked.</summary>
    public Guid? TokenId { get; set; }

    public ImportState State { get; private set; } = ImportState.Waiting;
    public long ReceivedBytes { get; private set; }

    /// <summary>From the other server's header or the cloud's list; null when neither says.</summary>
    public long? TotalBytes { get; set; }

    /// <summary>Known once the first bytes have arrived.</summary>
    public MediaFormat? Format { get; private set; }

    /// <summary>Storage reserved for it while it runs.</summary>
    public long ReservedBytes { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>New each time a server begins it. A server that has an older one has lost the import.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>While it runs, the time from which another server may take it over.</summary>
    public DateTime? LeaseUntil { get; private set; }

    public string? FailureCode { get; private set; }
    public string? FailureMessage { get; private set; }

    /// <summary>The values in the sentence, as JSON.</summary>
    public string? FailureMembers { get; private set; }
    public Guid? DuplicateOfId { get; private set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The source that the asset shows; null when it comes from a cloud.</summary>
    public string? SourceUrl => Origin is AssetOrigin.Url ? Address : null;

    public RuleViolation? Failure =>
        FailureCode is null
            ? null
            : new RuleViolation(FailureCode, FailureMessage!).With(
                Values.Read(FailureMembers).Select(member => (member.Key, member.Value))
            );

    /// <summary>Imports that a server may begin: they wait, or their server has not been heard of for the length of a lease.</summary>
    public static Expression<Func<Import, bool>> MayBegin(DateTime now) =>
        i => i.State == ImportState.Waiting || (i.State == ImportState.Running && i.LeaseUntil < now);

    /// <summary>Imports that a server is working on; they count towards what a member and a workspace may run.</summary>
    public static Expression<Func<Import, bool>> IsRunning(DateTime now) => i => i.State == ImportState.Running && i.LeaseUntil >= now;

    /// <summary>This import, unless it was cancelled or another server has taken it over.</summary>
    public static Expression<Func<Import, bool>> IsHeld(Guid importId, Guid? lease) =>
        i => i.Id == importId && i.State == ImportState.Running && i.Lease == lease;

    /// <summary>This import, unless it has been retried, cancelled or cleared away.</summary>
    public static Expression<Func<Import, bool>> HasFailed(Guid importId) => i => i.Id == importId && i.State == ImportState.Failed;

    /// <summary>This import, unless somebody has begun, reserved storage for or ended it since it was read.</summary>
    public Expression<Func<Import, bool>> IsUnchanged()
    {
        var (id, state, lease, attempts, reserved) = (Id, State, Lease, Attempts, ReservedBytes);
        return i => i.Id == id && i.State == state && i.Lease == lease && i.Attempts == attempts && i.ReservedBytes == reserved;
    }

    /// <summary>From waiting, or from running under a lease that is over: a server fetches it from its first byte on.</summary>
    public void Begin(Guid lease, DateTime leaseUntil)
    {
        (State, Lease, LeaseUntil) = (ImportState.Running, lease, leaseUntil);
        (Attempts, ReservedBytes, ReceivedBytes) = (Attempts + 1, 0, 0);
    }

    /// <summary>While it runs.</summary>
    public void Advance(string name, MediaFormat? format, long received, long? total) =>
        (Name, Format, ReceivedBytes, TotalBytes) = (name, format, received, total);

    /// <summary>From running: the file has become an asset.</summary>
    public void Complete(long length, Guid? duplicateOfId, DateTime now)
    {
        End(ImportState.Done, now);
        (ReceivedBytes, TotalBytes, DuplicateOfId) = (length, length, duplicateOfId);
    }

    /// <summary>From running.</summary>
    public void Fail(RuleViolation because, DateTime now)
    {
        End(ImportState.Failed, now);
        (FailureCode, FailureMessage, FailureMembers) = (because.Code, because.Message, Values.Write(because.Members));
    }

    /// <summary>From running: its server ends, or there is no storage for now. An attempt that nobody finished does not count.</summary>
    public void GiveBack()
    {
        (State, Lease, LeaseUntil) = (ImportState.Waiting, null, null);
        (Attempts, ReservedBytes, ReceivedBytes) = (Attempts - 1, 0, 0);
    }

    /// <summary>From failed, when a person asks.</summary>
    /// <param name="tokenId">The token that asks for it now.</param>
    public RuleViolation? Retry(Guid? tokenId)
    {
        if (State is not ImportState.Failed)
        {
            return NotFailed;
        }

        (State, Attempts, ReceivedBytes, TokenId) = (ImportState.Waiting, 0, 0, tokenId);
        (FailureCode, FailureMessage, FailureMembers, EndedAt) = (null, null, null, null);
        // A cloud has told the size of this very file; at an address there may be another one by now.
        TotalBytes = Origin is AssetOrigin.Url ? null : TotalBytes;
        return null;
    }

    /// <summary>A change is made on a copy, because it counts only once its statement has found the row.</summary>
    public Import Copy() => (Import)MemberwiseClone();

    private void End(ImportState state, DateTime now) => (State, EndedAt, Lease, LeaseUntil, ReservedBytes) = (state, now, null, null, 0);
}
