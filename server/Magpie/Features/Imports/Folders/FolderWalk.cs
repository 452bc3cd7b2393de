using Magpie.Model.Uploads;

namespace Magpie.Features.Imports.Folders;

/// <param name="Path">Relative to the chosen folder.</param>
internal sealed record FoundFile(FileInfo File, string Path)
{
    /// <summary>As listed when the folder was read; 0 when the file cannot be opened by its name.</summary>
    public long Bytes { get; } = File.Exists ? File.Length : 0;

    /// <summary>Its folders, outermost first.</summary>
    public string[] Folders => Path.Split(System.IO.Path.DirectorySeparatorChar)[..^1];
}

/// <summary>
/// The files of a folder and its subfolders, ordered by name. Skips hidden files, symbolic links and <see cref="SideFiles"/>; the last are
/// counted, hidden or not.
/// </summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <param name="onUnreadable">Called with each folder that cannot be read.</param>
    /// <param name="onSideFile">Called with each side file.</param>
    public static IEnumerable<FoundFile> Of(DirectoryInfo root, Action<string> onUnreadable, Action<string> onSideFile)
    {
        var folders = new Stack<DirectoryInfo>([root]);
        while (folders.TryPop(out var folder))
        {
            FileSystemInfo[] inside;
            try
            {
                inside = folder.GetFileSystemInfos("*", Plain);
            }
            catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException)
            {
                onUnreadable(Path.GetRelativePath(root.FullName, folder.FullName));
                continue;
            }

            foreach (
                var below in inside
                    .OfType<DirectoryInfo>()
                    .Where(one => !IsHidden(one))
                    .OrderByDescending(one => one.Name, StringComparer.Ordinal)
            )
            {
                folders.Push(below);
            }

            foreach (var file in inside.OfType<FileInfo>().OrderBy(one => one.Name, StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(root.FullName, file.FullName);
                if (SideFiles.Has(path))
                {
                    onSideFile(path);
                }
                else if (!IsHidden(file))
                {
                    yield return new(file, path);
                }
            }
        }
    }

    // A file that cannot be opened by its name has no attributes, or all of them: keep it, so that it does not disappear silently.
    private static bool IsHidden(FileSystemInfo one) => one.Exists && one.Attributes.HasFlag(FileAttributes.Hidden);
}
