using Magpie.Model.Library;

namespace Magpie.Core.Ingest;

/// <summary>A file that has arrived, whichever way, and what the asset will be. Its storage is reserved.</summary>
/// <param name="Id">Becomes the asset's id, so that adding the same file twice cannot make two assets.</param>
/// <param name="BlobKey">Where its bytes are, and will stay.</param>
/// <param name="SourceUrl">The address it was fetched from.</param>
/// <param name="Tokens">The tokens it was sent with; each must still exist.</param>
/// <param name="FromServer">Added by whoever runs Magpie, so no member's role is checked.</param>
internal sealed record IncomingFile(
    Guid Id,
    Guid WorkspaceId,
    Guid GroupId,
    Guid UserId,
    string Name,
    long Length,
    IReadOnlyCollection<string> Labels,
    bool StartsAsDraft,
    AssetOrigin Origin,
    string BlobKey,
    string? SourceUrl = null,
    IReadOnlyCollection<Guid>? Tokens = null,
    bool FromServer = false
);
