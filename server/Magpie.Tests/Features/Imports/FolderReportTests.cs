using Magpie.Features.Imports.Folders;

namespace Magpie.Tests.Features.Imports;

public sealed class FolderReportTests
{
    [Fact]
    public void The_bar_counts_files_and_bytes_of_all_there_are_and_no_folder_among_them()
    {
        using var terminal = new StringWriter { NewLine = "\n" };
        var report = new FolderReport(terminal, isTerminal: true, total: 3, totalBytes: 40_000_000, dryRun: false);
        report.LeaveOut(1);
        report.RefuseFolder("locked", "This folder cannot be read.");
        report.Show();
        Assert.EndsWith("[..............................] 0 of 3 files, 0 of 40 MB ", terminal.ToString(), StringComparison.Ordinal);

        report.Begin(10_000_000);
        report.Add(10_000_000);
        report.Begin(10_000_000);
        report.Show();
        Assert.EndsWith("[#######.......................] 1 of 3 files, 10 of 40 MB ", terminal.ToString(), StringComparison.Ordinal);
        report.Refuse("bad\u001b[2J\u202e.jpg", "*bad\u001b[2J.jpg* is damaged.");
        report.Begin(20_000_000);
        report.Know();
        report.Show();
        Assert.EndsWith(
            "[##############################] 3 of 3 files, 1 not taken, 40 of 40 MB ",
            terminal.ToString(),
            StringComparison.Ordinal
        );

        Assert.Equal(2, report.End(null));
        Assert.EndsWith(
            """
            1 added (10 MB), 1 in the library already, 2 not taken.
            1 side file left out (such as .AAE, .xmp and .json).
              locked: This folder cannot be read.
              bad\x1b[2J\u202e.jpg: bad\x1b[2J.jpg is damaged.

            """,
            terminal.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\u001b', terminal.ToString());
    }
}
