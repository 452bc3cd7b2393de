using Magpie.Platform;
using Microsoft.Extensions.Configuration;

namespace Magpie.Tests.Platform;

public sealed class ScratchFolderTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("magpie-scratch-");
    private readonly DataFolder data;

    public ScratchFolderTests() =>
        data = new(new ConfigurationBuilder().AddInMemoryCollection([new("MAGPIE_DATA", root.FullName)]).Build());

    [Fact]
    public void What_one_piece_of_work_left_is_not_there_for_the_next_that_is_lent_its_folder()
    {
        string lent;
        using (var first = new ScratchFolder(data))
        {
            lent = first.Output;
            File.WriteAllText(first.Original, "another team's");
            File.WriteAllText(Path.Combine(first.Output, "preview.webp"), "another team's");
        }

        using var next = new ScratchFolder(data);

        Assert.Equal(lent, next.Output);
        Assert.False(File.Exists(next.Original));
        Assert.Empty(Directory.EnumerateFileSystemEntries(next.Output));
    }

    [Fact]
    public void Two_at_once_never_share_one()
    {
        using var one = new ScratchFolder(data);
        using var other = new ScratchFolder(data);

        Assert.NotEqual(one.Output, other.Output);
    }

    [Fact]
    public void A_folder_in_which_more_than_files_was_left_is_lent_to_nobody()
    {
        string left;
        using (var first = new ScratchFolder(data))
        {
            left = Path.Combine(first.Output, "nested");
            Directory.CreateDirectory(left);
        }

        using var next = new ScratchFolder(data);

        Assert.False(Directory.Exists(left));
        Assert.Empty(Directory.EnumerateFileSystemEntries(next.Output));
    }

    public void Dispose() => root.Delete(recursive: true);
}
