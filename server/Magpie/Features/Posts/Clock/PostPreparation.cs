using Magpie.Features.Posts.Publishing;
using Magpie.Model.Library;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Features.Posts.Actions;

/// <summary>Has the files of a planned post made at once, so that nobody waits for them when its time has come.</summary>
internal sealed class PostPreparation(PostMediaReader media, PostChecklist checklist, PublishWorkshop workshop)
{
    public async Task PrepareAsync(Post post, CancellationToken ct)
    {
        var held = await media.ReadAsync(post.Id, ct);
        foreach (var one in held.Where(one => one.Asset is { Status: AssetStatus.Ready, TrashedAt: null }))
        {
            workshop.Prepare(PublishOrder.For(one, checklist.RuleFor(post.Surface, one.Asset.Spec, held.Count)));
        }
    }
}
