using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Publishing;

/// <summary>
/// Which files for publishing posts need as they are now; all others are removed. Called while the workspace's row is locked, like every
/// change of a post and every new file: the later one always sees the earlier, so no unneeded file stays.
/// </summary>
internal sealed class WantedFiles(MagpieDbContext db, PostMediaReader media, PostChecklist checklist)
{
    public async Task<bool> IncludeAsync(PublishFileSpec spec) => (await OfAsync(spec.PostId)).Contains((spec.Asset.Id, spec.Version));

    /// <summary>Gives up the files that these posts no longer need; their bytes are removed after the commit.</summary>
    public async Task<List<BlobRemoval>> GiveUpOthersAsync(IReadOnlyCollection<Guid> postIds)
    {
        var files = await db.PublishFiles.AsNoTracking().Where(f => postIds.Contains(f.PostId)).ToListAsync();
        List<PublishFile> old = [];
        foreach (var ofPost in files.GroupBy(file => file.PostId))
        {
            var wanted = await OfAsync(ofPost.Key);
            old.AddRange(ofPost.Where(file => !wanted.Contains((file.AssetId, file.Version))));
        }

        return await GiveUpAsync(old);
    }

    public async Task<List<BlobRemoval>> GiveUpAsync(IReadOnlyCollection<PublishFile> old)
    {
        List<BlobRemoval> removals = [];
        foreach (var file in old)
        {
            if (
                await db
                    .PublishFiles.Where(f =>
                        f.PostId == file.PostId && f.AssetId == file.AssetId && f.Version == file.Version && f.BlobKey == file.BlobKey
                    )
                    .ExecuteDeleteAsync() == 1
            )
            {
                removals.Add(new() { Key = file.BlobKey });
            }
        }

        db.BlobRemovals.AddRange(removals);
        await db.SaveChangesAsync();
        return removals;
    }

    private async Task<HashSet<(Guid AssetId, string Version)>> OfAsync(Guid postId)
    {
        var surface = await db.Posts.Where(p => p.Id == postId).Select(p => p.Surface).SingleOrDefaultAsync();
        if (surface is null)
        {
            return [];
        }

        var held = await media.ReadAsync(postId, CancellationToken.None);
        return
        [
            .. held.Select(one => (one.Asset.Id, PublishFileSpec.For(one, checklist.RuleFor(surface, one.Asset.Spec, held.Count)).Version)),
        ];
    }
}
