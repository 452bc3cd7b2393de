using System.Globalization;
using Magpie.Model.Uploads;
using Magpie.Platform;

namespace Magpie.Features.Imports.Folders;

/// <summary>What the terminal shows: a progress bar, and at the end what was not added and why.</summary>
/// <param name="output">The raw terminal; only this class may move its cursor.</param>
/// <param name="totalBytes">Of all files that will be looked at.</param>
internal sealed class FolderReport(TextWriter output, bool isTerminal, int total, long totalBytes, bool dryRun)
{
    private const int Width = 30;

    private readonly List<string> refused = [];
    private int refusedFolders;
    private int added;
    private int known;
    private int sideFiles;
    private long addedBytes;
    private long doneBytes;
    private long beingRead;

    /// <summary>Counts files only, not folders that cannot be read.</summary>
    private int Done => added + known + refused.Count - refusedFolders;

    /// <summary>The next file is looked at; it counts once it was added, known or refused.</summary>
    public void Begin(long bytes) => beingRead = bytes;

    public void Add(long bytes)
    {
        (added, addedBytes) = (added + 1, addedBytes + bytes);
        End();
    }

    public void Know()
    {
        known++;
        End();
    }

    public void Refuse(string path, string sentence)
    {
        refused.Add(Line(path, sentence));
        End();
    }

    public void RefuseFolder(string path, string sentence)
    {
        refused.Add(Line(path, sentence));
        refusedFolders++;
    }

    public void LeaveOut(int count) => sideFiles += count;

    public void Show()
    {
        if (isTerminal && total > 0)
        {
            var filled = (int)Math.Min(Width, totalBytes > 0 ? Width * (double)doneBytes / totalBytes : (double)Width * Done / total);
            var failed = refused.Count > refusedFolders ? $", {refused.Count - refusedFolders} not taken" : "";
            output.Write(
                $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {Done} of {total} files{failed}, "
                    + $"{UploadLimits.Megabytes(doneBytes)} of {UploadLimits.Megabytes(totalBytes)} MB "
            );
        }
    }

    /// <summary>The exit code: 0, or 2 when something was not added.</summary>
    public int End(string? stoppedBecause)
    {
        if (isTerminal && total > 0)
        {
            output.WriteLine();
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{added} {(dryRun ? "would be added" : "added")} ({UploadLimits.Megabytes(addedBytes)} MB), {known} in the library "
                    + $"already, {refused.Count} not taken."
            )
        );
        if (sideFiles > 0)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sideFiles} side {(sideFiles == 1 ? "file" : "files")} left out (such as .AAE, .xmp and .json)."
                )
            );
        }

        refused.ForEach(output.WriteLine);
        if (stoppedBecause is not null)
        {
            output.WriteLine($"{stoppedBecause} Run it again to go on: what is in the library already is passed over.");
        }

        return refused.Count == 0 && stoppedBecause is null ? 0 : 2;
    }

    private static string Line(string path, string sentence) =>
        $"  {TerminalText.OneLine(path)}: {TerminalText.OneLine(sentence.Replace("*", "", StringComparison.Ordinal))}";

    private void End()
    {
        doneBytes += beingRead;
        beingRead = 0;
    }
}
