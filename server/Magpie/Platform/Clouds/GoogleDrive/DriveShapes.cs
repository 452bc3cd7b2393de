namespace Magpie.Platform.Clouds.GoogleDrive;

// As described in https://developers.google.com/drive/api/reference/rest/v3; fields that are not read are left out.

/// <summary>The answer of about.get.</summary>
internal sealed record DriveAbout(DriveUser? User);

internal sealed record DriveUser(string? EmailAddress);

/// <summary>The answer of files.list.</summary>
internal sealed record DriveFileList(IReadOnlyList<DriveFile>? Files, string? NextPageToken);

/// <param name="Size">A number, written as text. Google's own documents have none.</param>
/// <param name="ThumbnailLink">Valid for some hours, for anybody who may see the file.</param>
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
