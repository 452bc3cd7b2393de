using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

/// <summary><c>magpie import</c>, as an operator types it.</summary>
public sealed class FolderImportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-folder-");

    // .NET cannot delete what is named in no UTF-8.
    public void Dispose() => Tools.RunAsync("rm", "-rf", folder.FullName).GetAwaiter().GetResult();

    [Fact]
    public async Task A_folder_is_taken_with_all_below_it_once_and_what_is_not_taken_is_told()
    {
        Put("coast.jpg");
        Put("still.gif", "Trips/Summer 2024/still.gif");
        Put("clip.mp4", "Trips/clip.mp4");
        Put("coast.jpg", "Trips/the same.jpg");
        Put("refuse_html.gif", "Trips/page.gif");
        File.WriteAllText(Path.Combine(folder.FullName, "notes.txt"), "no picture");
        File.WriteAllText(Path.Combine(folder.FullName, ".hidden.jpg"), "no picture");
        Put("alpha.png", ".hidden/alpha.png");
        using var outside = new TestFolder();
        File.Copy(FreeMedia.PathOf("alpha.png"), Path.Combine(outside.Path, "alpha.png"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.png"), Path.Combine(outside.Path, "alpha.png"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "linked"), outside.Path);

        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();

        var (_, dry) = await server.CommandAsync("import", folder.FullName, "--group", "Main", "--dry-run");
        Assert.Contains("4 would be added", dry, StringComparison.Ordinal);
        Assert.Equal(0, (await owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());

        var (code, said) = await server.CommandAsync(
            "import",
            folder.FullName,
            "--group",
            "main",
            "--label",
            "Archive",
            "--keep-folders-as-labels"
        );
        Assert.Equal(2, code);
        Assert.Contains("3 added", said, StringComparison.Ordinal);
        Assert.Contains("1 in the library already, 2 not taken", said, StringComparison.Ordinal);
        Assert.Contains("  notes.txt: notes.txt has a format that Magpie does not support.", said, StringComparison.Ordinal);
        Assert.Contains("  Trips/page.gif: page.gif is an HTML page", said, StringComparison.Ordinal);

        var still = (await owner.GetJsonAsync("/api/assets?q=still")).GetProperty("items")[0];
        Assert.Equal(["Archive", "Summer 2024", "Trips"], still.GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        await owner.WaitUntilUnderstoodAsync($"/api/assets/{still.GetProperty("id").GetGuid()}");
        Assert.Equal(0, (await owner.GetJsonAsync("/api/assets?q=alpha")).GetProperty("items").GetArrayLength());

        Put("sixteen_bit.png");
        var (_, again) = await server.CommandAsync("import", folder.FullName, "--group", "Main");
        Assert.Contains("1 added", again, StringComparison.Ordinal);
        Assert.Contains("4 in the library already, 2 not taken", again, StringComparison.Ordinal);
        // What is being understood at the moment passes through there as well.
        await ApiUser.WaitUntilNoneIsLeftAsync(() =>
            Task.FromResult(Directory.EnumerateFiles(Path.Combine(server.DataFolder, "blobs", "tmp")).Count())
        );
    }

    [Fact]
    public async Task A_folder_is_taken_without_a_server_and_understood_when_one_starts()
    {
        Put("coast.jpg");
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        await server.StopAsync();
        Assert.Equal(0, (await server.CommandAsync("import", folder.FullName, "--group", "Main")).ExitCode);
        await server.StartAsync();
        var asset = (await owner.GetJsonAsync("/api/assets")).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.Equal("ready", (await owner.WaitUntilUnderstoodAsync($"/api/assets/{asset}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Whoever_runs_Magpie_is_asked_for_no_role_in_the_group()
    {
        Put("still.gif");
        await using var server = await ServerProcess.StartNewAsync();
        await server.SetUpAsync();
        await server.ExecuteAsync("DELETE FROM \"GroupMembers\"");

        var (code, said) = await server.CommandAsync("import", folder.FullName, "--group", "Main");

        Assert.StartsWith("1 added", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Wrong_words_are_answered_with_a_line_that_says_what_to_do()
    {
        await using var server = await ServerProcess.StartNewAsync();
        await server.SetUpAsync();
        var (code, said) = await server.CommandAsync("import", folder.FullName, "--group", "Nobody");
        Assert.Equal(1, code);
        Assert.StartsWith("magpie: There is no group 'Nobody'. There are: Main (", said, StringComparison.Ordinal);
        Assert.Contains("--group", (await server.CommandAsync("import", folder.FullName)).Output, StringComparison.Ordinal);
        Assert.Contains(
            "does not exist",
            (await server.CommandAsync("import", "/nowhere/at/all", "--group", "Main")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains("--keep-folders-as-labels", (await server.CommandAsync("import", "--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Side_files_are_left_out_quietly_and_counted_in_one_line()
    {
        Put("coast.jpg", "Takeout/Photos from 2024/IMG_1.jpg");
        Put("still.gif", "@eaDir/IMG_1.jpg/SYNOPHOTO_THUMB_M.gif");
        Put("still.webp", "._IMG_1.jpg");
        Put("clip.mp4", "GL010001.LRV");
        foreach (
            var name in (string[])
                [
                    "IMG_1.AAE",
                    "IMG_1.xmp",
                    "Takeout/Photos from 2024/IMG_1.jpg.supplemental-metadata.json",
                    "Takeout/Photos from 2024/metadata.json",
                    "Thumbs.db",
                    ".DS_Store",
                ]
        )
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), "<x/>");
        }

        await using var server = await ServerProcess.StartNewAsync();
        await server.SetUpAsync();
        var (code, said) = await server.CommandAsync("import", folder.FullName, "--group", "Main");
        Assert.Equal(0, code);
        Assert.StartsWith("1 added", said, StringComparison.Ordinal);
        Assert.Contains("0 not taken.\n9 side files left out (such as .AAE, .xmp and .json).\n", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task Nothing_that_is_printed_can_move_the_cursor_or_turn_a_name_around()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a\u001b[2J\u001b]0;title\u0007.txt"), "no picture");
        File.WriteAllText(Path.Combine(folder.FullName, "b\n0 not taken.\u009b31m\u202egpj.txt"), "no picture");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "c\rd"));
        File.WriteAllText(Path.Combine(folder.FullName, "c\rd", "e.txt"), "no picture");
        await Tools.RunAsync("bash", "-c", $"cp '{FreeMedia.PathOf("coast.jpg")}' '{folder.FullName}'/$'caf\\xe9.jpg'");

        await Tools.RunAsync("bash", "-c", $"mkdir '{folder.FullName}'/$'d\\xe9'");

        await using var server = await ServerProcess.StartNewAsync();
        await server.SetUpAsync();
        var (code, said) = await server.CommandAsync("import", folder.FullName, "--group", "Main");
        Assert.Equal(2, code);
        Assert.Contains("  d\ufffd: Its name is not valid UTF-8", said, StringComparison.Ordinal);
        Assert.Contains(@"  a\x1b[2J\x1b]0;title\x07.txt: ", said, StringComparison.Ordinal);
        Assert.Contains(@"  b\n0 not taken.\x9b31m\u202egpj.txt: ", said, StringComparison.Ordinal);
        Assert.Contains(@"  c\rd/e.txt: ", said, StringComparison.Ordinal);
        Assert.Contains(
            "  caf\ufffd.jpg: Its name is not valid UTF-8, so Magpie cannot open it. Rename it, and run the import again.",
            said,
            StringComparison.Ordinal
        );

        foreach (
            var words in (string[][])
                [
                    ["import", folder.FullName, "--group", "No\u001b[2Jbody"],
                    ["import", "/nowhere\u001b[2J\u202e", "--group", "Main"],
                    ["im\u001b[2Jport"],
                    ["import", folder.FullName, "--gr\u001b[2Joup", "Main"],
                ]
        )
        {
            var answer = (await server.CommandAsync(words)).Output;
            Assert.Contains(@"\x1b[2J", answer, StringComparison.Ordinal);
            said += answer;
        }

        Assert.DoesNotContain(said, letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202e');
    }

    private void Put(string media, string? path = null)
    {
        var target = Path.Combine(folder.FullName, path ?? media);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(FreeMedia.PathOf(media), target);
    }
}
