using System.Text.Json.Serialization;

namespace Magpie.Platform.Clouds.Dropbox;

// As described in https://www.dropbox.com/developers/documentation/http/documentation; fields that are not read are left out.

internal sealed record DropboxAccount(string? Email);

/// <summary>The answer of files/list_folder and files/list_folder/continue.</summary>
internal sealed record DropboxFolder(IReadOnlyList<DropboxEntry>? Entries, string? Cursor, bool HasMore);

/// <summary>The answer of files/search_v2 and files/search/continue_v2.</summary>
internal sealed record DropboxMatches(IReadOnlyList<DropboxMatch>? Matches, string? Cursor, bool HasMore);

internal sealed record DropboxMatch(DropboxMetadata? Metadata);

internal sealed record DropboxMetadata(DropboxEntry? Metadata);

/// <param name="Tag"><c>file</c>, <c>folder</c> or <c>deleted</c>.</param>
internal sealed record DropboxEntry(
    [property: JsonPropertyName(".tag")] string? Tag,
    string? Id,
    string? Name,
    long? Size,
    bool IsDownloadable = true
);

/// <param name="ErrorSummary">Such as <c>path/not_found/..</c>: the error, followed by meaningless dots.</param>
internal sealed record DropboxError(string? ErrorSummary);
