namespace Magpie.Platform.Clouds.GoogleDrive;

// As https://developers.google.com/drive/api/reference/rest/v3 describes them; what is not read is left out.

/// <summary>Of about.get.</summary>
internal sealed record DriveAbout(DriveUser? User);

internal sealed record DriveUser(string? EmailAddress);

/// <summary>Of files.list.</summary>
internal sealed record DriveFileList(IReadOnlyList<DriveFile>? Files, string? NextPageToken);

/// <param name="Size">A number, written as a text. Google's own documents have none.</param>
/// <param name="ThumbnailLink">Good for some hours, for whoever may see the file.</param>
internal sealed record DriveFile(
    string? Id,
    string? Name,
    string? MimeType,
    string? Size,
    bool? HasThumbnail,
    string? ThumbnailLink,
    DriveCapabilities? Capabilities
);

internal sealed record DriveCapabilities(bool? CanDownload);

internal sealed record DriveError(DriveErrorBody? Error);

internal sealed record DriveErrorBody(IReadOnlyList<DriveErrorReason>? Errors);

internal sealed record DriveErrorReason(string? Reason);
