using Magpie.Core.Ingest;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Media.Inspection;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports.Folders;

/// <summary>Adds the files of a folder one after the other, each as an upload of the workspace's owner.</summary>
internal sealed class FolderImport(MagpieDbContext db, FormatPolicy formats, WriteAheadLog log, IServiceProvider services)
{
    private const string Misnamed = "Its name is not valid UTF-8, so Magpie cannot open it. Rename it, and run the import again.";

    private readonly FolderFile file = ActivatorUtilities.CreateInstance<FolderFile>(services);

    public async Task<int> RunAsync(FolderOrder order, CancellationToken ct)
    {
        var group = await FindGroupAsync(order.Group, ct);
        var owner = await db
            .WorkspaceMembers.Where(m => m.WorkspaceId == group.WorkspaceId && m.Role == WorkspaceRole.Owner)
            .Select(m => m.UserId)
            .FirstAsync(ct);
        var unreadable = new List<string>();
        var sideFiles = 0;
        var found = FolderWalk.Of(order.Folder, unreadable.Add, _ => sideFiles++).ToList();
        var report = new FolderReport(Console.Out, !Console.IsOutputRedirected, found.Count, found.Sum(one => one.Bytes), order.DryRun);
        report.LeaveOut(sideFiles);
        unreadable.ForEach(path =>
            report.RefuseFolder(path, IsMisnamed(path) ? Misnamed : "This folder cannot be read. Give the server's user the right to it.")
        );

        string? stopped = null;
        foreach (var one in found)
        {
            report.Show();
            report.Begin(one.Bytes);
            try
            {
                ct.ThrowIfCancellationRequested();
                await TakeAsync(one, order, group, owner, report, ct);
            }
            catch (OperationCanceledException)
            {
                stopped = "Stopped.";
                break;
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                report.Refuse(one.Path, $"It could not be read or kept: {trouble.Message}");
            }
        }

        report.Show();
        await log.FlushAsync();
        return report.End(stopped);
    }

    private async Task TakeAsync(FoundFile found, FolderOrder order, Group group, Guid owner, FolderReport report, CancellationToken ct)
    {
        if (!found.File.Exists && IsMisnamed(found.Path))
        {
            report.Refuse(found.Path, Misnamed);
            return;
        }

        var name = FileNames.Clean(found.File.Name);
        var (format, refusal) = await LookAsync(found, name, group, ct);
        if (refusal is not null)
        {
            report.Refuse(found.Path, refusal);
            return;
        }

        var sha256 = await FolderFile.HashAsync(found.File, ct);
        if (await db.Assets.AnyAsync(a => a.GroupId == group.Id && a.Sha256 == sha256, ct))
        {
            report.Know();
            return;
        }

        if (order.DryRun)
        {
            report.Add(found.File.Length);
            return;
        }

        var labels = Label.ReadAll(order.KeepFoldersAsLabels ? [.. order.Labels, .. found.Folders] : order.Labels);
        var violation = await file.KeepAsync(found.File, name, format, group, owner, labels, ct);
        if (violation is null)
        {
            report.Add(found.File.Length);
        }
        else
        {
            report.Refuse(found.Path, violation.Message);
        }
    }

    /// <summary>.NET shows this character where a name is not UTF-8, and then looks for a file with that character in its name.</summary>
    private static bool IsMisnamed(string path) => path.Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>What can be refused before the whole file is read.</summary>
    private async Task<(MediaFormat Format, string? Refusal)> LookAsync(FoundFile found, string name, Group group, CancellationToken ct)
    {
        if (found.File.Length == 0)
        {
            return (default, InspectionRefusals.EmptyFile(name).Message); // Pipes and devices too, which must not be opened.
        }

        await using var stream = found.File.OpenRead();
        var first = new byte[Math.Min(FormatSniffer.BytesNeeded, found.File.Length)];
        await stream.ReadExactlyAsync(first, ct);
        var isWhole = first.Length == found.File.Length;
        var (format, refusal) = await formats.SniffAsync(group.WorkspaceId, name, first, isWhole, found.File.Length);
        return (format ?? default, refusal?.Message);
    }

    /// <exception cref="StartRefusedException">There is no such group, or more than one.</exception>
    private async Task<Group> FindGroupAsync(string wanted, CancellationToken ct)
    {
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.CreatedAt).ToListAsync(ct);
        var named = groups.FindAll(g =>
            Guid.TryParse(wanted, out var id) ? g.Id == id : g.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        );
        var all = string.Join(", ", groups.Select(g => $"{g.Name} ({g.Id})"));
        return named switch
        {
            [var one] => one,
            [] => throw new StartRefusedException(
                groups.Count == 0
                    ? "There is no group yet. Open Magpie in a browser and set it up first."
                    : $"There is no group '{wanted}'. There are: {all}."
            ),
            _ => throw new StartRefusedException($"Several groups are called '{wanted}'. Give the id of one of them: {all}."),
        };
    }
}
