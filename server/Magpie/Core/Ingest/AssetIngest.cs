using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Labels;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Ingest;

/// <summary>
/// How a file becomes an asset, whichever way it came in: bytes first, row second, job third. Every step before the row can be repeated.
/// </summary>
internal sealed class AssetIngest(
    MagpieDbContext db,
    IngestConnection ingest,
    IBlobStore blobs,
    MediaCheck media,
    FormatPolicy formats,
    AssetQueue queue,
    ChangeFeed changes,
    TimeProvider time
)
{
    private const string SameBytes = """SELECT "Id" FROM "Assets" WHERE "GroupId" = @p0 AND "Sha256" = @p1 ORDER BY "CreatedAt" LIMIT 1""";

    /// <summary>Finds out what a whole file is, or why it is refused.</summary>
    /// <param name="known">Its format, if its first bytes have been looked at already.</param>
    /// <param name="ct">Ends when nobody waits for the answer any more; then nothing is decided.</param>
    public async Task<(MediaFormat Format, RuleViolation? Refusal)> EvaluateAsync(
        IncomingFile file,
        MediaFormat? known,
        CancellationToken ct
    )
    {
        var (format, refusal) = known is { } sniffed
            ? (sniffed, await formats.CheckAsync(file.WorkspaceId, file.Name, sniffed, file.Length))
            : await SniffAsync(file);
        return (format ?? default, refusal ?? await media.CheckAsync(file.BlobKey, format!.Value, file.Name, ct));
    }

    public async Task<string> HashAsync(IncomingFile file)
    {
        await using var stream = await OpenAsync(file);
        return (await RunningHash.OfAsync(stream, CancellationToken.None)).Sha256;
    }

    /// <summary>The one moment in which a file that came in becomes an asset.</summary>
    /// <param name="complete">
    /// Runs in the same transaction, on the context that it is given: completes the upload or import, and is told which asset of the group
    /// has the same bytes already. False when somebody else has ended it in the meantime.
    /// </param>
    /// <returns>What <paramref name="complete"/> answered; or why the member may not add the file any more.</returns>
    public async Task<(bool Kept, RuleViolation? Refusal)> CompleteAsync(
        IncomingFile file,
        MediaFormat format,
        string sha256,
        Func<MagpieDbContext, Guid?, Task<bool>> complete
    )
    {
        await using var turn = await ingest.TakeAsync(db);
        await using var transaction = await turn.Db.Database.BeginTransactionAsync();
        // First, because it locks the workspace's row: of two identical files that arrive at once, the second then sees the first.
        await turn.Db.CommitQuotaAsync(file.WorkspaceId, file.Length);
        var role = file.FromServer ? GroupRole.Editor : await turn.Db.HoldAddingRoleAsync(file.UserId, file.GroupId, file.Tokens ?? []);
        if (role is null)
        {
            return (false, PermissionRefusals.CannotAddAnyMore);
        }

        if (!await complete(turn.Db, await turn.Db.FindIdAsync(SameBytes, file.GroupId, sha256)))
        {
            return (false, null);
        }

        var asset = AssetOf(file, format, sha256, startsAsDraft: file.StartsAsDraft || role.Value.AddsDrafts());
        await turn.Db.InsertAsync(asset);
        await LabelAsync(turn.Db, asset, file.Labels);
        await transaction.CommitAsync();
        return (true, null);
    }

    private Asset AssetOf(IncomingFile file, MediaFormat format, string sha256, bool startsAsDraft)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var asset = new Asset
        {
            Id = file.Id,
            WorkspaceId = file.WorkspaceId,
            GroupId = file.GroupId,
            CreatedById = file.UserId,
            CreatedAt = now,
            Origin = file.Origin,
            SourceUrl = file.SourceUrl,
            Name = file.Name,
            Kind = format.Kind(),
            Format = format,
            Bytes = file.Length,
            Sha256 = sha256,
            OriginalKey = file.BlobKey,
            Position = AssetPosition.Of(now, file.Id),
            StartsAsDraft = startsAsDraft,
        };
        asset.AwaitProcessing(now);
        return asset;
    }

    private static async Task LabelAsync(MagpieDbContext db, Asset asset, IReadOnlyCollection<string> labels)
    {
        if (labels.Count == 0)
        {
            return;
        }

        foreach (var label in await db.EnsureLabelsAsync(asset.GroupId, labels, asset.CreatedAt, CancellationToken.None))
        {
            await db.AddLabelAsync(label.Id, [asset.Position], CancellationToken.None);
        }
    }

    /// <summary>After the commit: queues it for processing and tells everybody who listens.</summary>
    public void Announce(IncomingFile file, MediaFormat format)
    {
        queue.Enqueue(file.Id, format.Kind());
        changes.Publish(file.GroupId, ChangeKind.Asset, ChangeAction.Created, file.Id);
    }

    /// <summary>
    /// Removes the bytes of a file that did not become an asset. Asks the database whether it did, because a commit may have succeeded
    /// although its answer was lost.
    /// </summary>
    public async Task DiscardAsync(Guid id, string key)
    {
        if (!await db.Assets.AnyAsync(a => a.Id == id && a.OriginalKey == key))
        {
            await blobs.DeleteAsync(key, CancellationToken.None);
        }
    }

    private async Task<(MediaFormat? Format, RuleViolation? Refusal)> SniffAsync(IncomingFile file)
    {
        await using var stream = await OpenAsync(file);
        var first = new byte[Math.Min(FormatSniffer.BytesNeeded, file.Length)];
        await stream.ReadExactlyAsync(first);
        return await formats.SniffAsync(file.WorkspaceId, file.Name, first, isWhole: true, file.Length);
    }

    private async Task<Stream> OpenAsync(IncomingFile file) =>
        await blobs.OpenReadAsync(file.BlobKey, CancellationToken.None)
        ?? throw new FileNotFoundException("A file that has come in is gone.", file.BlobKey);
}
