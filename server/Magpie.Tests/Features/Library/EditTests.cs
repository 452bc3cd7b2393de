using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class EditTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Name_note_and_alt_text_are_changed_alone_or_together_and_cleared()
    {
        var address = await AddAsync();

        var changed = await EditAsync(
            address,
            new
            {
                name = "Beach, evening.gif",
                note = "For *Sunday* 🌊",
                altText = "Waves at dusk",
            }
        );
        Assert.Equal(("Beach, evening.gif", "For *Sunday* 🌊", "Waves at dusk"), TextsOf(changed));
        Assert.Equal("Olga", changed.GetProperty("noteChangedBy").GetProperty("name").GetString());

        var cleared = await EditAsync(address, new { note = "" });
        Assert.Equal(("Beach, evening.gif", null, "Waves at dusk"), TextsOf(cleared));
        Assert.Contains(address, await FoundAsync("beach, EVEN"));
    }

    [Fact]
    public async Task A_note_that_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var address = await AddAsync();
        await EditAsync(address, new { note = "first" });
        var other = await app.AddMemberAsync(GroupRole.Editor);
        using var theirs = await other.Http.PatchAsJsonAsync(address, new { note = "theirs", expected = new { note = "first" } });
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);

        using var mine = await app.Owner.Http.PatchAsJsonAsync(address, new { note = "mine", expected = new { note = "first" } });

        var problem = await mine.ShouldBeProblemAsync(409, "edited-meanwhile");
        Assert.Equal("theirs", problem.GetProperty("note").GetString());
        Assert.StartsWith("Mia just changed this.", problem.Sentence(), StringComparison.Ordinal);
        Assert.Equal("Mia", problem.GetProperty("who").GetString());
        Assert.Equal("theirs", (await app.Owner.GetJsonAsync(address)).GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_new_name_does_not_collide_with_a_new_note()
    {
        var address = await AddAsync();
        await EditAsync(address, new { note = "a note", expected = new { note = "" } });

        var named = await EditAsync(address, new { name = "other.gif", expected = new { name = "still.gif" } });

        Assert.Equal(("other.gif", "a note", null), TextsOf(named));
    }

    [Fact]
    public async Task A_name_is_needed_and_texts_have_an_end()
    {
        var address = await AddAsync();

        await (await app.Owner.Http.PatchAsJsonAsync(address, new { name = "  " })).ShouldBeProblemAsync(422, "name-empty");
        await (await app.Owner.Http.PatchAsJsonAsync(address, new { note = new string('x', 10_001) })).ShouldBeProblemAsync(
            400,
            "invalid-request"
        );
        await (await app.Owner.Http.PatchAsJsonAsync(address, new { status = "failed" })).ShouldBeProblemAsync(422, "status-not-yours");
    }

    [Fact]
    public async Task Who_may_not_change_an_asset_does_not()
    {
        var address = await AddAsync();

        await (await (await app.AddMemberAsync(GroupRole.Viewer)).Http.PatchAsJsonAsync(address, new { note = "x" })).ShouldBeProblemAsync(
            403,
            "not-allowed"
        );
        await (
            await (await app.AddMemberAsync(GroupRole.Contributor)).Http.PatchAsJsonAsync(address, new { note = "x" })
        ).ShouldBeProblemAsync(403, "not-allowed");
        await (await (await app.AddStrangerAsync()).Http.PatchAsJsonAsync(address, new { note = "x" })).ShouldBeProblemAsync(
            404,
            "not-found"
        );
        await (await app.NewVisitor().Http.PatchAsJsonAsync(address, new { note = "x" })).ShouldBeProblemAsync(401, "signed-out");
    }

    [Fact]
    public async Task Labels_are_renamed_merged_and_deleted_for_all()
    {
        var (first, second) = (IdOf(await AddAsync()), IdOf(await AddAsync()));
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { first },
                labels = new[] { "Colour" },
            }
        );
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { first, second },
                labels = new[] { "Color" },
            }
        );
        var (colour, color) = (await LabelAsync("Colour"), await LabelAsync("Color"));

        await (await app.Owner.Http.PatchAsJsonAsync($"/api/labels/{colour.Id}", new { name = "color" })).ShouldBeProblemAsync(
            409,
            "label-exists"
        );
        var merged = await (
            await app.Owner.Http.PatchAsJsonAsync($"/api/labels/{colour.Id}", new { name = "color", merge = true })
        ).ReadJsonAsync();
        Assert.Equal((color.Id, 2), (merged.GetProperty("id").GetInt64(), merged.GetProperty("count").GetInt32()));

        var renamed = await (await app.Owner.Http.PatchAsJsonAsync($"/api/labels/{color.Id}", new { name = "Colours" })).ReadJsonAsync();
        Assert.Equal("Colours", renamed.GetProperty("name").GetString());
        await (await (await app.AddMemberAsync(GroupRole.Contributor)).Http.DeleteAsync($"/api/labels/{color.Id}")).ShouldBeProblemAsync(
            403,
            "not-allowed"
        );
        await (await (await app.AddStrangerAsync()).Http.DeleteAsync($"/api/labels/{color.Id}")).ShouldBeProblemAsync(404, "not-found");

        using var deleted = await app.Owner.Http.DeleteAsync($"/api/labels/{color.Id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty((await app.Owner.GetJsonAsync($"/api/assets/{first}")).GetProperty("labels").EnumerateArray());
    }

    [Fact]
    public async Task Many_are_downloaded_as_one_zip_under_names_of_their_own()
    {
        var (first, second) = (IdOf(await AddAsync()), IdOf(await AddAsync()));
        var body = JsonSerializer.Serialize(new { assetIds = new[] { first, second } });

        using var form = new FormUrlEncodedContent([new("request", body)]);
        using var answer = await app.Owner.Http.PostAsync("/api/assets/zip", form);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["still (2).gif", "still.gif"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var opened = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await opened.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(FreeMedia.BytesOf("still.gif"), bytes.ToArray());
        }
    }

    [Fact]
    public async Task A_zip_holds_nothing_that_is_not_mine()
    {
        var mine = IdOf(await AddAsync());
        var foreign = IdOf(await (await app.AddStrangerAsync()).UploadAsync(FreeMedia.PathOf("still.gif")));

        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/assets/zip", new { assetIds = new[] { mine, foreign } });

        await answer.ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_library_is_entered_at_any_month_and_any_place_in_it()
    {
        await AddAsync();
        var all = IdsOf(await app.Owner.GetJsonAsync("/api/assets?limit=200"));
        var month = (await app.Owner.GetJsonAsync("/api/assets/summary")).GetProperty("byMonth")[0].GetProperty("month").GetString();

        Assert.Equal(all[1..], IdsOf(await app.Owner.GetJsonAsync($"/api/assets?limit=200&month={month}&skip=1")));
        Assert.Empty(IdsOf(await app.Owner.GetJsonAsync("/api/assets?month=2001-01")));
        await (await app.Owner.Http.GetAsync("/api/assets?month=2001-13")).ShouldBeProblemAsync(400, "month");
    }

    [Fact]
    public async Task What_fits_a_surface_is_found_and_each_surface_says_why_not()
    {
        var picture = await app.Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"), "fits.jpg");
        var clip = await app.Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"), "fits.mp4");

        var feed = IdsOf(await app.Owner.GetJsonAsync("/api/assets?fits=instagram.feed&q=fits"));
        var reel = IdsOf(await app.Owner.GetJsonAsync("/api/assets?fits=instagram.reel&q=fits"));
        await (await app.Owner.Http.GetAsync("/api/assets?fits=myspace.wall")).ShouldBeProblemAsync(400, "surface");

        var fits = clip.GetProperty("fits").EnumerateArray().ToDictionary(fit => fit.GetProperty("key").GetString()!, fit => fit);
        Assert.Equal(
            feed.Contains(picture.GetProperty("id").GetGuid()),
            picture
                .GetProperty("fits")
                .EnumerateArray()
                .Any(fit => fit.GetProperty("key").GetString() == "instagram.feed" && fit.GetProperty("badge").GetString() != "red")
        );
        Assert.Equal(reel.Contains(clip.GetProperty("id").GetGuid()), fits["instagram.reel"].GetProperty("badge").GetString() != "red");
        Assert.All(
            fits.Values.Where(fit => fit.GetProperty("badge").GetString() != "green"),
            fit => Assert.NotEmpty(fit.GetProperty("reasons").EnumerateArray())
        );
        Assert.Contains(
            "instagram.reel",
            (await app.Owner.GetJsonAsync("/api/surfaces")).EnumerateArray().Select(surface => surface.GetProperty("key").GetString())
        );
    }

    private async Task<string> AddAsync()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        return $"/api/assets/{asset.GetProperty("id").GetGuid()}";
    }

    private static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);

    private async Task<JsonElement> EditAsync(string address, object change) =>
        await (await app.Owner.Http.PatchAsJsonAsync(address, change)).ReadJsonAsync();

    private async Task<List<string>> FoundAsync(string part) =>
        [.. IdsOf(await app.Owner.GetJsonAsync($"/api/assets?q={Uri.EscapeDataString(part)}")).Select(id => $"/api/assets/{id}")];

    private async Task<(long Id, int Count)> LabelAsync(string name)
    {
        var label = (await app.Owner.GetJsonAsync($"/api/labels?q={name}"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(label => label.GetProperty("name").GetString() == name);
        return (label.GetProperty("id").GetInt64(), label.GetProperty("count").GetInt32());
    }

    private static List<Guid> IdsOf(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    private static (string? Name, string? Note, string? AltText) TextsOf(JsonElement asset) =>
        (asset.GetProperty("name").GetString(), asset.GetProperty("note").GetString(), asset.GetProperty("altText").GetString());
}
