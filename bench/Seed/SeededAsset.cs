using Magpie.Model.Library;

namespace Magpie.Bench.Seed;

/// <param name="Template">The real asset whose files it borrows.</param>
/// <param name="Labels">Indexes into <see cref="SeededLabels.Names"/>.</param>
/// <param name="Post">The post that holds it, counted from 0.</param>
internal sealed record SeededAsset(
    Guid Id,
    DateTime CreatedAt,
    string Name,
    Asset Template,
    AssetStatus Status,
    AssetOrigin Origin,
    IReadOnlyList<int> Labels,
    bool Starred,
    string? Note,
    int? Post
)
{
    public long Position { get; } = AssetPosition.Of(CreatedAt, Id);
}
