namespace Magpie.Model.Uploads;

/// <summary>
/// Files that programs and cameras put next to pictures and videos, which nobody means to add. web/src/features/uploads/sideFiles.ts has
/// the same list, and a test compares them.
/// </summary>
public static class SideFiles
{
    /// <summary>
    /// Apple Photos edits, sidecars of photo editors, and what cameras and drones write for themselves (thumbnails, small copies of videos,
    /// catalogues). All .json files, because Google Takeout shortens the names of its own so that no pattern matches them.
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

    /// <summary>macOS writes one next to each file on a foreign disk, with the same ending as the file.</summary>
    public static readonly IReadOnlyList<string> Beginnings = ["._"];

    /// <summary>Folders of a NAS or an operating system; everything in them is theirs.</summary>
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

    /// <param name="path">A name, or a path below the chosen folder, with either kind of slash.</param>
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
