using Magpie.Model.Media;

namespace Magpie.Model.Uploads;

public enum UploadState { Receiving, Completed, Refused }

/// <summary>A file on its way in. Its bytes lie in <see cref="UploadPart"/>s until the last one arrives.</summary>
public sealed class Upload
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WorkspaceId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid UserId { get; init; }
    public required string FileName { get; init; }
    public required long Length { get; init; }
    public required List<string> Labels { get; init; }

    /// <summary>Bytes received and safe. Moves only together with a part, by compare-and-set.</summary>
    public long Offset { get; private set; }

    public UploadState State { get; private set; } = UploadState.Receiving;

    /// <summary>Known as soon as the first bytes were seen.</summary>
    public MediaFormat? Format { get; private set; }

    public Guid? AssetId { get; private set; }
    public Guid? DuplicateOfId { get; private set; }
    public string? RefusalCode { get; private set; }
    public string? RefusalMessage { get; private set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; set; }

    public RuleViolation? Refusal => RefusalCode is null ? null : new(RefusalCode, RefusalMessage!);

    public void Complete(MediaFormat format, Guid assetId, Guid? duplicateOfId) =>
        (State, Format, Offset, AssetId, DuplicateOfId) = (UploadState.Completed, format, Length, assetId, duplicateOfId);

    public void Refuse(RuleViolation because) =>
        (State, RefusalCode, RefusalMessage) = (UploadState.Refused, because.Code, because.Message);
}

/// <summary>A run of bytes of an upload, in a blob of its own.</summary>
public sealed class UploadPart
{
    public required Guid UploadId { get; init; }
    public required long Offset { get; init; }
    public required long Length { get; init; }
    public required string BlobKey { get; init; }
}
