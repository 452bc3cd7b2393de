namespace Magpie.Features.Imports.Folders;

/// <param name="Path">From the folder that was named.</param>
internal sealed record FoundFile(FileInfo File, string Path)
{
    /// <summary>The folders it lies in, outermost first.</summary>
    public string[] Folders => Path.Split(System.IO.Path.DirectorySeparatorChar)[..^1];
}

/// <summary>The files of a folder and of all below it, in the order of their names. What is hidden or a symbolic link is passed over.</summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <param name="onUnreadable">Is told the folders that could not be looked into.</param>
    public static IEnumerable<FoundFile> Of(DirectoryInfo root, Action<string> onUnreadable)
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

            foreach (var below in inside.OfType<DirectoryInfo>().OrderByDescending(one => one.Name, StringComparer.Ordinal))
            {
                folders.Push(below);
            }

            foreach (var file in inside.OfType<FileInfo>().OrderBy(one => one.Name, StringComparer.Ordinal))
            {
                yield return new(file, Path.GetRelativePath(root.FullName, file.FullName));
            }
        }
    }
}
