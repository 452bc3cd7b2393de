namespace Magpie.Model.Uploads;

/// <summary>
/// What programs and cameras put beside pictures and videos: nobody means to add it. web/src/features/uploads/sideFiles.ts has the same
/// list, and a test compares them.
/// </summary>
public static class SideFiles
{
    /// <summary>
    /// Edits of Apple's Photos; sidecars of photo editors; what cameras and drones make for their own screens (a thumbnail, a small copy
    /// of a video, a catalogue). Every .json: Google Takeout cuts the names of its own off anywhere, so that no pattern finds them.
    /// </summary>
    public static readonly IReadOnlyList<string> Endings =
    [
        ".aae",
        ".xmp",
        ".json",
        ".thm",
        ".lrv",
        ".lrf",
        ".ctg",
        ".cpi",
        ".bdm",
        ".moff",
        ".modd",
        ".dop",
        ".pp3",
        ".on1",
        ".cos",
        ".cot",
        ".nksc",
        ".bridgesort",
    ];

    public static readonly IReadOnlyList<string> Names =
    [
        ".ds_store",
        ".localized",
        ".nomedia",
        ".picasa.ini",
        "picasa.ini",
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "icon\r",
        "mediapro.xml",
        "discmeta.xml",
        "cueup.xml",
        "status.bin",
    ];

    /// <summary>What macOS puts beside each file on a disk that is not its own; it carries the file's own ending.</summary>
    public static readonly IReadOnlyList<string> Beginnings = ["._"];

    /// <summary>Of a NAS or an operating system; what is in them is theirs, whatever it is called.</summary>
    public static readonly IReadOnlyList<string> Folders =
    [
        "@eadir",
        "@syno",
        "__macosx",
        ".thumbnails",
        ".trashes",
        ".trash",
        ".spotlight-v100",
        ".fseventsd",
        "#recycle",
        "$recycle.bin",
        "system volume information",
        "lost+found",
    ];

    /// <param name="path">A name, with the folders below the chosen one where there are any, parted by a slash of either kind.</param>
    public static bool Has(string path)
    {
        var parts = path.ToLowerInvariant().Split('/', '\\');
        var name = parts[^1];
        return Names.Contains(name)
            || Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal))
            || parts[..^1].Any(Folders.Contains);
    }
}
