using System.Globalization;
using Magpie.Model.Uploads;

namespace Magpie.Features.Imports.Folders;

/// <summary>What the terminal is told: a bar while it goes on, and at the end what was not taken and why.</summary>
internal sealed class FolderReport(TextWriter output, bool isTerminal, int total, bool dryRun)
{
    private const int Width = 30;

    private readonly List<string> refused = [];
    private int added;
    private int known;
    private long addedBytes;

    public void Add(long bytes) => (added, addedBytes) = (added + 1, addedBytes + bytes);

    public void Know() => known++;

    public void Refuse(string path, string sentence) => refused.Add($"  {path}: {sentence.Replace("*", "", StringComparison.Ordinal)}");

    public void Show()
    {
        var done = added + known + refused.Count;
        if (isTerminal && total > 0)
        {
            var filled = Math.Min(Width, Width * done / total);
            output.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {done} of {total} files, {UploadLimits.Megabytes(addedBytes)} MB ");
        }
    }

    /// <summary>The exit code: 0, or 2 where something was not taken.</summary>
    public int End(string? stoppedBecause)
    {
        if (isTerminal && total > 0)
        {
            output.WriteLine();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added} {(dryRun ? "would be added" : "added")} ({UploadLimits.Megabytes(addedBytes)} MB), {known} in the library already, {refused.Count} not taken."));
        refused.ForEach(output.WriteLine);
        if (stoppedBecause is not null)
        {
            output.WriteLine($"{stoppedBecause} Run it again to go on: what is in the library already is passed over.");
        }

        return refused.Count == 0 && stoppedBecause is null ? 0 : 2;
    }
}
