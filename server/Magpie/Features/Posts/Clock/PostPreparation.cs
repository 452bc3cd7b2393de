using Magpie.Features.Posts.Publishing;
using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Features.Posts.Clock;

/// <summary>
/// Has the files of a post made that has just become due: whoever is reminded asks for them next. Until then nobody keeps them.
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
