using Magpie.Model.Library;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// What processing reads and writes of an asset, in a few statements over the connection over which files come in: it happens for each
/// of them. What it does not write is what people may change meanwhile.
/// </summary>
internal sealed class ProcessingRows(MagpieDbContext db, IngestConnection ingest)
{
    // A clean copy is of the original alone, and may be shared already.
    private const string ForgetRenditions = """DELETE FROM "Renditions" WHERE "AssetId" = @p0 AND "Kind" <> 'Clean'""";

    private static readonly Func<MagpieDbContext, Guid, Task<Asset?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid id) => db.Assets.AsNoTracking().SingleOrDefault(a => a.Id == id)
    );

    /// <summary>That it was begun.</summary>
    public static PlainUpdate<Asset> Begun { get; } = new(nameof(Asset.DueAt));

    /// <summary>How an attempt ended that came to nothing.</summary>
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

    /// <summary>All that is known of it once it is understood.</summary>
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

    /// <summary>False: it was deleted meanwhile.</summary>
    public async Task<bool> SaveAsync(Asset asset, PlainUpdate<Asset> change)
    {
        await using var turn = await ingest.TakeAsync(db);
        return await change.RunAsync(turn.Db, asset);
    }

    /// <summary>
    /// With its renditions, in the place of those that another server may have made meanwhile. False as above, and nothing was written.
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
