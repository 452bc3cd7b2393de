using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Features.Posts.Publishing;

/// <summary>A file for publishing: for which post, from which asset, and how it is made.</summary>
/// <param name="Version">16 hex digits that stand for everything the file depends on. Another crop gives another version.</param>
internal sealed record PublishFileSpec(Guid PostId, Asset Asset, PublishPlan Plan, string Version)
{
    /// <summary>Raise it when files are made differently, so that old ones are made again.</summary>
    private const int Recipe = 3;

    /// <param name="rule">Null when the surface does not take such a file.</param>
    public static PublishFileSpec For(PostMedia media, SurfaceRule? rule)
    {
        var plan = PublishPlan.For(media.Asset.Spec, media.Held.Crop, media.Held.Trim, rule);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Recipe} {media.Asset.Sha256} {plan.Way} {plan.Crop} {plan.Trim} {plan.MaxFrameRate} {plan.MaxBytes} "
                + $"{plan.Result.Format} {plan.Result.Width} {plan.Result.Height}"
        );
        return new(media.Held.PostId, media.Asset, plan, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }
}
