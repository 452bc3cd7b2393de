using Magpie.Model.Imports;
using Magpie.Model.Media;
using Magpie.Model.Uploads;

namespace Magpie.Platform.Clouds;

public enum CloudEntryKind
{
    Folder,
    Image,
    Video,
}

/// <summary>One page of a folder or of a search. <paramref name="NextCursor"/> is null on the last one.</summary>
/// <param name="SideFiles">How many files of this page are not among the items because they only lie beside pictures and videos.</param>
public sealed record CloudPage(IReadOnlyList<CloudEntry> Items, string? NextCursor, int SideFiles);

/// <summary>A folder, or a file that may be a picture or a video of a format that Magpie keeps.</summary>
/// <param name="Bytes">Of a file; null where the provider does not say.</param>
/// <param name="Thumbnail">Where this server hands out a small picture of it; null where there is none.</param>
/// <param name="Refusal">Why it cannot be imported, as far as that is known before; a sentence, in English.</param>
/// <param name="RefusalCode">As a problem's.</param>
/// <param name="RefusalMembers">The raw values in the sentence.</param>
public sealed record CloudEntry(
    string Id,
    string Name,
    CloudEntryKind Kind,
    long? Bytes,
    string? Thumbnail,
    string? Refusal,
    string? RefusalCode = null,
    IReadOnlyDictionary<string, object?>? RefusalMembers = null
)
{
    internal static CloudEntry Folder(string id, string name) => new(id, name, CloudEntryKind.Folder, null, null, null);

    internal static CloudEntry File(CloudProvider provider, string id, string name, MediaKind kind, long? bytes, bool hasThumbnail) =>
        new(
            id,
            name,
            kind is MediaKind.Image ? CloudEntryKind.Image : CloudEntryKind.Video,
            bytes,
            hasThumbnail ? $"/api/clouds/{NameOf(provider)}/files/{Uri.EscapeDataString(id)}/thumbnail" : null,
            null
        );

    /// <summary>With the reason why this server would refuse it, if its size already shows that.</summary>
    internal CloudEntry CheckedAgainst(UploadLimits limits) =>
        Refusal is null
        && Bytes is { } length
        && Kind is not CloudEntryKind.Folder
        && limits.Check(Name, length, Kind is CloudEntryKind.Image ? MediaKind.Image : MediaKind.Video) is { } violation
            ? this with
            {
                Refusal = violation.Message,
                RefusalCode = violation.Code,
                RefusalMembers = violation.Members,
            }
            : this;

    /// <summary>The provider's name in API addresses.</summary>
    internal static string NameOf(CloudProvider provider) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(provider.ToString());
}
