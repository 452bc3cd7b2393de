namespace Magpie.Tests.Platform.Durability;

/// <summary>What the recording of a program with many threads demands of the disk that it is replayed on.</summary>
public sealed class DiskTests
{
    [Fact]
    public void A_name_counts_whose_call_began_before_that_of_its_folder_and_ended_after_it()
    {
        string[] recorded =
        [
            """1 1.000001 mkdir("/d/a/b", 0777 <unfinished ...>""",
            """2 1.000002 mkdir("/d/a", 0777) = 0""",
            """1 1.000003 <... mkdir resumed>) = 0""",
            """1 1.000004 openat(AT_FDCWD</>, "/d/a/b/file", O_WRONLY|O_CREAT, 0666) = 5</d/a/b/file>""",
            """1 1.000005 fsync(5</d/a/b/file>) = 0""",
            """1 1.000006 fsync(6</d/a/b>) = 0""",
            """1 1.000007 fsync(7</d/a>) = 0""",
            """1 1.000008 fsync(8</d>) = 0""",
        ];
        var disk = new Disk("/d");

        Trace.Read(recorded, "/d").ForEach(disk.Apply);

        Assert.EndsWith("a/b/file", Assert.Single(disk.AfterPowerCut().Files()), StringComparison.Ordinal);
    }
}
