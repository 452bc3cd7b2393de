using Magpie.Features.Posts.Publishing;
using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Features.Posts.Clock;

/// <summary>
/// Makes the files of a post that has just become due, because whoever is reminded will ask for them next. Before that it is not worth
/// keeping them.
/// </summary>
internal sealed class PostPreparation(PostMediaReader media, PostChecklist checklist, PublishFileQueue queue)
{
    public async Task PrepareAsync(Guid postId, string surface, CancellationToken ct)
    {
        var held = await media.ReadAsync(postId, ct);
        foreach (var one in held.Where(one => one.Asset is { Status: AssetStatus.Ready, TrashedAt: null }))
        {
            queue.Prepare(PublishFileSpec.For(one, checklist.RuleFor(surface, one.Asset.Spec, held.Count)));
        }
    }
}
