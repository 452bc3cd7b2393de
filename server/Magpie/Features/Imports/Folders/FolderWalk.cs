using Magpie.Model.Uploads;

namespace Magpie.Features.Imports.Folders;

/// <param name="Path">From the folder that was named.</param>
internal sealed record FoundFile(FileInfo File, string Path)
{
    /// <summary>
    /// As the folder had it when it was read; 0 where the system gives no such file, because its name is not what it can be called by.
    /// </summary>
    public long Bytes { get; } = File.Exists ? File.Length : 0;

    /// <summary>The folders it lies in, outermost first.</summary>
    public string[] Folders => Path.Split(System.IO.Path.DirectorySeparatorChar)[..^1];
}

/// <summary>
/// The files of a folder and of all below it, in the order of their names. What is hidden or a symbolic link is passed over, and so
/// are <see cref="SideFiles"/>, which are counted, hidden or not.
/// </summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <param name="onUnreadable">Is told the folders that could not be looked into.</param>
    /// <param name="onSideFile">Is told each.</param>
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

    // What cannot be called by its name has no attributes, or all of them: it is shown, so that it is not lost without a word.
    private static bool IsHidden(FileSystemInfo one) => one.Exists && one.Attributes.HasFlag(FileAttributes.Hidden);
}
