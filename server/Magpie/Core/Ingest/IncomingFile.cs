using Magpie.Model.Library;

namespace Magpie.Core.Ingest;

/// <summary>A file that has come, whichever way, and what it shall be as an asset. Its storage is reserved.</summary>
/// <param name="Id">The asset takes it over, so that the same file let in twice cannot become two.</param>
/// <param name="BlobKey">Where its bytes lie, and stay.</param>
/// <param name="SourceUrl">The address it was fetched from.</param>
/// <param name="Tokens">Those that it came by; each must still be there.</param>
/// <param name="FromServer">Whoever runs Magpie lets it in; no member's role is asked for.</param>
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
