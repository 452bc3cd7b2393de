using System.Net;
using System.Text.Json;
using Magpie.Model.Media;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

[Trait(MediaCorpus.Trait, MediaCorpus.Large)]
public sealed class FileNameTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly TusClient tus = new(app.Owner.Http);

    [Theory]
    [InlineData("Über den Wolken 🌤 (1).JPG", "Über den Wolken 🌤 (1).JPG")]
    [InlineData("../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData(@"C:\fakepath\photo.jpg", "photo.jpg")]
    [InlineData("a\u202Egpj.exe", "agpj.exe")]
    [InlineData("\u2066x\u2069.png", "x.png")]
    [InlineData("nul\0byte.jpg", "nulbyte.jpg")]
    [InlineData("line\r\nbreak\u0085\u2028.jpg", "linebreak.jpg")]
    [InlineData("\uFFFEodd.jpg", "odd.jpg")]
    [InlineData("e\u0301te\u0301.jpg", "été.jpg")]
    [InlineData("  spaces .jpg  ", "spaces .jpg")]
    [InlineData("Spring/Summer 50/50 teaser.gif", "Spring/Summer 50/50 teaser.gif")]
    [InlineData("/home/me/photo.jpg", "photo.jpg")]
    [InlineData("sum\u00admer\u200b.jpg", "summer.jpg")]
    [InlineData("\uFDD0\U0001FFFEx.jpg", "x.jpg")]
    [InlineData("<svg onload=alert(1)>.png", "<svg onload=alert(1)>.png")]
    [InlineData("100%_sure\".jpg", "100%_sure\".jpg")]
    [InlineData("", "Untitled")]
    [InlineData("..", "Untitled")]
    [InlineData("folder/", "Untitled")]
    public async Task A_name_is_shown_as_it_was_sent_but_is_never_a_path(string sent, string shown) =>
        Assert.Equal(shown, await KeepAsync(sent));

    [Fact]
    public async Task A_name_that_is_too_long_keeps_its_ending_and_whole_characters()
    {
        var shown = await KeepAsync(string.Concat(Enumerable.Repeat("🌤", 150)) + ".jpeg");

        Assert.Equal(string.Concat(Enumerable.Repeat("🌤", 97)) + ".jpeg", shown);
    }

    [Fact]
    public async Task Names_that_are_no_UTF8_are_taken_all_the_same()
    {
        using var answer = await tus.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            new ByteArrayContent(FreeMedia.BytesOf("still.gif")),
            ("Upload-Length", $"{FreeMedia.BytesOf("still.gif").Length}"),
            ("Upload-Metadata", "filename /2EuanBn")
        );

        Assert.Equal("\uFFFDa.jpg", (await app.Owner.GetJsonAsync(answer.Header("Magpie-Asset"))).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Every_hostile_name_of_the_corpus_is_kept_and_handed_out_as_one_line()
    {
        foreach (var line in HostileNames())
        {
            var sent = JsonSerializer.Deserialize<string>(line)!;
            var shown = await KeepAsync(sent);

            Assert.InRange(shown.Length, 1, 200);
            Assert.DoesNotContain(shown, character => char.IsControl(character));
            Assert.DoesNotContain(shown.Split('/', '\\'), segment => segment is "." or "..");
            Assert.False(shown.StartsWith('/'), shown);
        }

        Assert.All(app.BlobFiles(), file => Assert.Matches("^[a-z0-9./-]+$", file));
    }

    private static IEnumerable<string> HostileNames() =>
        MediaCorpus.Root is { } root ? File.ReadLines(Path.Combine(root, "hostile", "names.txt")).Where(line => line.StartsWith('"')) : [];

    /// <summary>Uploads under that name, fetches the file under the name that it is shown with, and answers that.</summary>
    private async Task<string> KeepAsync(string sent)
    {
        using var answer = await tus.SendFileAsync(FreeMedia.BytesOf("still.gif"), sent);
        Assert.True(
            answer.StatusCode is HttpStatusCode.NoContent,
            $"{JsonSerializer.Serialize(sent)}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        var asset = await app.Owner.GetJsonAsync(answer.Header("Magpie-Asset"));
        var name = asset.GetProperty("name").GetString()!;
        using var file = await app.Owner.Http.GetAsync(asset.GetProperty("original").GetProperty("downloadUrl").GetString());
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.StartsWith("attachment; filename=", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains(
            Uri.EscapeDataString(DownloadName.Of(name, MediaFormat.Gif)),
            Uri.EscapeDataString(file.Content.Headers.ContentDisposition!.FileNameStar ?? ""),
            StringComparison.Ordinal
        );
        return name;
    }
}
