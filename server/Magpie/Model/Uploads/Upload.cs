using System.Linq.Expressions;
using Magpie.Model.Media;

namespace Magpie.Model.Uploads;

/// <summary>A cancelled upload is kept for a while, so that the sender can be told why it ended.</summary>
public enum UploadState
{
    Receiving,
    Completed,
    Cancelled,
}

/// <summary>A file on its way in. The asset takes over its id, so that completing an upload twice cannot make two assets.</summary>
public sealed class Upload
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WorkspaceId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid UserId { get; init; }
    public required string FileName { get; init; }
    public required long Length { get; init; }
    public required List<string> Labels { get; init; }

    /// <summary>Added by a contributor, so the asset waits for an editor.</summary>
    public required bool StartsAsDraft { get; init; }

    /// <summary>The token that started it; revoking the token ends the upload. Null when a signed-in person did.</summary>
    public Guid? TokenId { get; init; }

    /// <summary>Added by whoever runs Magpie from a folder on the server, so no member's role is checked.</summary>
    public bool FromServer { get; init; }

    /// <summary>Bytes received and kept. Moves by compare-and-set, and only after the bytes were written.</summary>
    public long Offset { get; private set; }

    public UploadState State { get; private set; } = UploadState.Receiving;

    /// <summary>Known once the first bytes have arrived.</summary>
    public MediaFormat? Format { get; set; }

    public Guid? DuplicateOfId { get; private set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; set; }

    /// <summary>
    /// This upload, while it still takes bytes. Every change below starts from this state, and every statement that writes one asks for it,
    /// because a request, an administrator and <c>UploadSweep</c> may all try to end the same upload.
    /// </summary>
    public static Expression<Func<Upload, bool>> IsReceiving(Guid uploadId) => u => u.Id == uploadId && u.State == UploadState.Receiving;

    public void Advance(long offset, DateTime expiresAt) => (Offset, ExpiresAt) = (offset, expiresAt);

    /// <summary>Its bytes have become an asset.</summary>
    public void Complete(MediaFormat format, Guid? duplicateOfId) =>
        (State, Format, Offset, DuplicateOfId) = (UploadState.Completed, format, Length, duplicateOfId);

    /// <param name="rememberUntil">Until then the sender can be told why it ended.</param>
    public void Cancel(DateTime rememberUntil) => (State, ExpiresAt) = (UploadState.Cancelled, rememberUntil);
}
