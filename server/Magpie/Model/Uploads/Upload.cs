using System.Linq.Expressions;
using Magpie.Model.Media;

namespace Magpie.Model.Uploads;

/// <summary>What an owner cancelled is remembered for a while, so that its sender is told why it ended.</summary>
public enum UploadState
{
    Receiving,
    Completed,
    Cancelled,
}

/// <summary>A file on its way in; the asset it becomes takes over its id, so that completing it twice cannot make two.</summary>
public sealed class Upload
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WorkspaceId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid UserId { get; init; }
    public required string FileName { get; init; }
    public required long Length { get; init; }
    public required List<string> Labels { get; init; }

    /// <summary>A contributor's: the asset waits for an editor.</summary>
    public required bool StartsAsDraft { get; init; }

    /// <summary>The token that began it; revoking that ends it. Null: a person did, signed in.</summary>
    public Guid? TokenId { get; init; }

    /// <summary>Whoever runs Magpie lets it in from a folder of the server, so no member's role is asked for.</summary>
    public bool FromServer { get; init; }

    /// <summary>Bytes received and kept. Moves by compare-and-set, and only after they were written.</summary>
    public long Offset { get; private set; }

    public UploadState State { get; private set; } = UploadState.Receiving;

    /// <summary>Known as soon as the first bytes were seen.</summary>
    public MediaFormat? Format { get; set; }

    public Guid? DuplicateOfId { get; private set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; set; }

    /// <summary>
    /// This upload, as long as it takes bytes. Everything below starts from here, and each statement that writes it asks for this: a
    /// request, an administrator and a sweep may all end one upload at the same time.
    /// </summary>
    public static Expression<Func<Upload, bool>> IsReceiving(Guid uploadId) => u => u.Id == uploadId && u.State == UploadState.Receiving;

    public void Advance(long offset, DateTime expiresAt) => (Offset, ExpiresAt) = (offset, expiresAt);

    /// <summary>Its bytes are an asset.</summary>
    public void Complete(MediaFormat format, Guid? duplicateOfId) =>
        (State, Format, Offset, DuplicateOfId) = (UploadState.Completed, format, Length, duplicateOfId);

    /// <param name="rememberUntil">Until then its sender is told why it ended.</param>
    public void Cancel(DateTime rememberUntil) => (State, ExpiresAt) = (UploadState.Cancelled, rememberUntil);
}
