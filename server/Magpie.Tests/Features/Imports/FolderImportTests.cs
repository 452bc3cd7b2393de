using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

/// <summary><c>magpie import</c>, as an operator types it.</summary>
public sealed class FolderImportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-folder-");

    public void Dispose() => folder.Delete(recursive: true);

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
        using var outside = new TestFolder();
        File.Copy(FreeMedia.PathOf("alpha.png"), Path.Combine(outside.Path, "alpha.png"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.png"), Path.Combine(outside.Path, "alpha.png"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "linked"), outside.Path);

        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();

        var (_, dry) = await server.CommandAsync("import", folder.FullName, "--group", "Main", "--dry-run");
        Assert.Contains("4 would be added", dry, StringComparison.Ordinal);
        Assert.Equal(0, (await owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());

        var (code, said) = await server.CommandAsync("import", folder.FullName, "--group", "main", "--label", "Archive", "--keep-folders-as-labels");
        Assert.Equal(2, code);
        Assert.Contains("3 added", said, StringComparison.Ordinal);
        Assert.Contains("1 in the library already, 2 not taken", said, StringComparison.Ordinal);
        Assert.Contains("  notes.txt: notes.txt is not a format Magpie keeps.", said, StringComparison.Ordinal);
        Assert.Contains("  Trips/page.gif: page.gif is an HTML page", said, StringComparison.Ordinal);

        var still = (await owner.GetJsonAsync("/api/assets?q=still")).GetProperty("items")[0];
        Assert.Equal(["Archive", "Summer 2024", "Trips"], still.GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        await owner.WaitUntilUnderstoodAsync($"/api/assets/{still.GetProperty("id").GetGuid()}");
        Assert.Equal(0, (await owner.GetJsonAsync("/api/assets?q=alpha")).GetProperty("items").GetArrayLength());

        Put("sixteen_bit.png");
        var (_, again) = await server.CommandAsync("import", folder.FullName, "--group", "Main");
        Assert.Contains("1 added", again, StringComparison.Ordinal);
        Assert.Contains("4 in the library already, 2 not taken", again, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(server.DataFolder, "blobs", "tmp")));
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
    public async Task Wrong_words_are_answered_with_a_line_that_says_what_to_do()
    {
        await using var server = await ServerProcess.StartNewAsync();
        await server.SetUpAsync();
        var (code, said) = await server.CommandAsync("import", folder.FullName, "--group", "Nobody");
        Assert.Equal(1, code);
        Assert.StartsWith("magpie: There is no group 'Nobody'. There are: Main (", said, StringComparison.Ordinal);
        Assert.Contains("--group", (await server.CommandAsync("import", folder.FullName)).Output, StringComparison.Ordinal);
        Assert.Contains("does not exist", (await server.CommandAsync("import", "/nowhere/at/all", "--group", "Main")).Output, StringComparison.Ordinal);
        Assert.Contains("--keep-folders-as-labels", (await server.CommandAsync("import", "--help")).Output, StringComparison.Ordinal);
    }

    private void Put(string media, string? path = null)
    {
        var target = Path.Combine(folder.FullName, path ?? media);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(FreeMedia.PathOf(media), target);
    }
}
