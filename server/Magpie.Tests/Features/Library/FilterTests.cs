using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class FilterTests(FilterTests.Filled app) : IClassFixture<FilterTests.Filled>
{
    [Theory]
    [InlineData("sommer", "Sommer_100%.gif")]
    [InlineData("SOMMER", "Sommer_100%.gif")]
    [InlineData("100%", "Sommer_100%.gif")]
    [InlineData("%", "Sommer_100%.gif")]
    [InlineData("_", "Sommer_100%.gif")]
    [InlineData("s%r", "")]
    [InlineData("s_mmer", "")]
    [InlineData("ÜBER", "Über den Wolken.gif")]
    [InlineData("u\u0308ber", "Über den Wolken.gif")]
    [InlineData("пляж", "ПЛЯЖ.gif")]
    [InlineData("οδοσ", "ΟΔΟΣ.gif")]
    [InlineData("οδος", "ΟΔΟΣ.gif")]
    [InlineData("海", "海辺.gif")]
    [InlineData("🌤", "🌤.gif")]
    [InlineData("  wolken  ", "Über den Wolken.gif")]
    [InlineData("back\\slash", "")]
    [InlineData("'); DROP", "")]
    [InlineData("\0wolken\uFFFE", "Über den Wolken.gif")]
    [InlineData("clip", "clip.mp4")]
    public async Task A_search_finds_any_part_of_a_name_in_any_case_and_script(string q, string found)
    {
        var page = await app.Owner.GetJsonAsync("/api/assets?q=" + Uri.EscapeDataString(q));

        Assert.Equal(found, string.Join('|', NamesOf(page)));
    }

    [Fact]
    public async Task Kinds_and_states_narrow_the_list_and_combine()
    {
        Assert.Equal(["clip.mp4"], NamesOf(await app.Owner.GetJsonAsync("/api/assets?kind=video")));
        Assert.Equal(6, NamesOf(await app.Owner.GetJsonAsync("/api/assets?kind=image")).Count);
        Assert.Equal(["🌤.gif"], NamesOf(await app.Owner.GetJsonAsync("/api/assets?status=draft")));
        Assert.Equal(6, NamesOf(await app.Owner.GetJsonAsync("/api/assets?status=ready")).Count);
        Assert.Empty(NamesOf(await app.Owner.GetJsonAsync("/api/assets?status=failed")));
        Assert.Equal(["ПЛЯЖ.gif"], NamesOf(await app.Owner.GetJsonAsync("/api/assets?kind=image&status=ready&q=%D0%BB")));
        Assert.Empty(NamesOf(await app.Owner.GetJsonAsync("/api/assets?kind=video&status=draft")));
    }

    [Theory]
    [InlineData("", 7, 6, 1)]
    [InlineData("?kind=image", 6, 6, 1)]
    [InlineData("?kind=video", 1, 6, 1)]
    [InlineData("?status=draft", 1, 1, 0)]
    [InlineData("?q=CLIP", 1, 0, 1)]
    [InlineData("?q=nothing", 0, 0, 0)]
    public async Task The_summary_adds_up_to_what_the_list_has(string query, int total, int images, int videos)
    {
        var summary = await app.Owner.GetJsonAsync("/api/assets/summary" + query);
        var listed = NamesOf(await app.Owner.GetJsonAsync("/api/assets" + query)).Count;

        Assert.Equal(
            (total, images, videos),
            (summary.GetProperty("total").GetInt32(), summary.GetProperty("images").GetInt32(), summary.GetProperty("videos").GetInt32())
        );
        Assert.Equal(total, listed);
        var months = summary.GetProperty("byMonth").EnumerateArray().ToList();
        Assert.Equal(total, months.Sum(month => month.GetProperty("count").GetInt32()));
        Assert.All(months, month => Assert.Matches(@"^\d{4}-\d{2}$", month.GetProperty("month").GetString()));
    }

    private static List<string> NamesOf(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    public sealed class Filled(Shared<TestApp> shared) : SharedApp(shared)
    {
        protected override async Task PrepareAsync()
        {
            foreach (var name in new[] { "Sommer_100%.gif", "Über den Wolken.gif", "ПЛЯЖ.gif", "ΟΔΟΣ.gif", "海辺.gif" })
            {
                await Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"), name);
            }

            await Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"));
            await (await this.AddMemberAsync(GroupRole.Contributor)).AddAssetAsync(FreeMedia.PathOf("still.gif"), "🌤.gif");
        }
    }
}
