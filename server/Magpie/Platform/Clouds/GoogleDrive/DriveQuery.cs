using Magpie.Model.Media;
using Magpie.Model.Uploads;

namespace Magpie.Platform.Clouds.GoogleDrive;

/// <summary>The query language of Google Drive, and what its media types mean here.</summary>
internal static class DriveQuery
{
    public const string FolderType = "application/vnd.google-apps.folder";

    /// <summary>Not a folder in Drive, but shown as one, because shared files are in no folder of the member's.</summary>
    public const string SharedWithMe = "shared-with-me";

    /// <summary>Everything that may be a picture or a video, and folders. Google's own documents have no bytes to import.</summary>
    private const string Kinds =
        $"(mimeType = '{FolderType}' or mimeType contains 'image/' or mimeType contains 'video/' or mimeType = 'application/octet-stream')";

    public static string Of(CloudQuestion question) => $"{Where(question)} and trashed = false and {Kinds}";

    /// <summary>By the type that Drive detected, or else by the name.</summary>
    public static MediaKind? KindOf(string? mediaType, string name) =>
        mediaType switch
        {
            "image/jpeg" or "image/png" or "image/apng" or "image/webp" or "image/gif" => MediaKind.Image,
            "video/mp4" or "video/x-m4v" or "video/quicktime" or "video/webm" => MediaKind.Video,
            "application/octet-stream" or null => FileNames.KindHint(name),
            _ => null,
        };

    private static string Where(CloudQuestion question) =>
        question switch
        {
            { Search: { } text } => $"name contains {Quoted(text)}",
            { Folder: SharedWithMe } => "sharedWithMe = true",
            { Folder: var folder } => $"{Quoted(folder ?? "root")} in parents",
        };

    private static string Quoted(string text) =>
        $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
