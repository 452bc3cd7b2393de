using Magpie.Model.Library;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// What processing reads and writes of an asset, in a few statements on the connection that also takes in files, because it happens for
/// every file. It does not write anything that people may change at the same time.
/// </summary>
internal sealed class ProcessingRows(MagpieDbContext db, IngestConnection ingest)
{
    // A clean copy only depends on the original, and may be shared already.
    private const string ForgetRenditions = """DELETE FROM "Renditions" WHERE "AssetId" = @p0 AND "Kind" <> 'Clean'""";

    private static readonly Func<MagpieDbContext, Guid, Task<Asset?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid id) => db.Assets.AsNoTracking().SingleOrDefault(a => a.Id == id)
    );

    /// <summary>Written when an attempt starts.</summary>
    public static PlainUpdate<Asset> Begun { get; } = new(nameof(Asset.DueAt));

    /// <summary>Written when an attempt fails.</summary>
    public static PlainUpdate<Asset> Progress { get; } =
        new(
            nameof(Asset.Status),
            nameof(Asset.Failure),
            nameof(Asset.FailureCode),
            nameof(Asset.FailureMembers),
            nameof(Asset.DueAt),
            nameof(Asset.Attempts),
            nameof(Asset.Interruptions)
        );

    /// <summary>Written when processing has succeeded.</summary>
    public static PlainUpdate<Asset> Understood { get; } =
        new([
            .. Progress.Properties,
            nameof(Asset.Width),
            nameof(Asset.Height),
            nameof(Asset.DurationSeconds),
            nameof(Asset.FrameRate),
            nameof(Asset.VideoCodec),
            nameof(Asset.AudioCodec),
            nameof(Asset.Animated),
            nameof(Asset.CapturedAt),
            nameof(Asset.CapturedLocal),
            nameof(Asset.Camera),
            nameof(Asset.Placeholder),
            nameof(Asset.FitsIdeal),
            nameof(Asset.FitsUsable),
            nameof(Asset.FitsJudged),
        ]);

    /// <summary>Without its renditions.</summary>
    public async Task<Asset?> FindAsync(Guid assetId)
    {
        await using var turn = await ingest.TakeAsync(db);
        return await Find(turn.Db, assetId);
    }

    /// <summary>False when it was deleted.</summary>
    public async Task<bool> SaveAsync(Asset asset, PlainUpdate<Asset> change)
    {
        await using var turn = await ingest.TakeAsync(db);
        return await change.RunAsync(turn.Db, asset);
    }

    /// <summary>
    /// Replaces renditions that another server may have made at the same time. False as above, and then nothing is written.
    /// </summary>
    public async Task<bool> SaveUnderstoodAsync(Asset asset)
    {
        await using var turn = await ingest.TakeAsync(db);
        await using var transaction = await turn.Db.Database.BeginTransactionAsync();
        if (!await Understood.RunAsync(turn.Db, asset))
        {
            return false;
        }

        await turn.Db.ExecuteAsync(ForgetRenditions, asset.Id);
        foreach (var rendition in asset.Renditions)
        {
            await turn.Db.InsertAsync(rendition);
        }

        await transaction.CommitAsync();
        return true;
    }
}
