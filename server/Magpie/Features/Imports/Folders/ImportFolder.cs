using System.CommandLine;
using Magpie.Platform.Database;
using Magpie.Platform.Web;

namespace Magpie.Features.Imports.Folders;

/// <summary>What to add from a folder, and where to.</summary>
internal sealed record FolderOrder(DirectoryInfo Folder, string Group, IReadOnlyList<string> Labels, bool KeepFoldersAsLabels, bool DryRun);

/// <summary><c>magpie import</c>: for a large first move. Runs next to a running server, which then makes the thumbnails.</summary>
internal static class ImportFolder
{
    public static Command CommandFor(WebApplication app)
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Is read with all folders below it. Symbolic links are not followed.",
        };
        folder.AcceptExistingOnly();
        var group = new Option<string>("--group")
        {
            Description = "Name or id of the group whose library takes the files.",
            Required = true,
        };
        var labels = new Option<string[]>("--label") { Description = "A label for every file. May be given several times." };
        var keepFolders = new Option<bool>("--keep-folders-as-labels")
        {
            Description = "Also labels each file with the names of the folders it lies in.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what would be added." };

        var command = new Command("import", "Adds the photos and videos of a folder to a library. Run again, it adds only what is new.")
        {
            folder,
            group,
            labels,
            keepFolders,
            dryRun,
        };
        command.SetAction(
            (words, ct) =>
                app.WorkAsync(async () =>
                {
                    await app.MigrateDatabaseAsync();
                    await using var scope = app.Services.CreateAsyncScope();
                    var import = ActivatorUtilities.CreateInstance<FolderImport>(scope.ServiceProvider);
                    return await import.RunAsync(
                        new(
                            words.GetValue(folder)!,
                            words.GetValue(group)!,
                            words.GetValue(labels) ?? [],
                            words.GetValue(keepFolders),
                            words.GetValue(dryRun)
                        ),
                        ct
                    );
                })
        );
        return command;
    }
}
