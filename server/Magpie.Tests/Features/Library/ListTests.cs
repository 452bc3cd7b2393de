using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class ListTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Pages_run_from_the_newest_to_the_oldest_without_a_gap_while_others_add_and_delete()
    {
        var group = await app.AddGroupAsync("Paging");
        var assets = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            assets.Add(await AddAsync(group, $"{i}.gif"));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await app.Owner.GetJsonAsync($"/api/assets?group={group}&limit=2{(cursor is null ? "" : "&cursor=" + cursor)}");
            seen.AddRange(NamesOf(page));
            cursor = page.GetProperty("nextCursor").GetString();

            // Before the next page: one newer than all, one gone that was seen, and, once, one gone that was still to come.
            await AddAsync(group, "later.gif");
            await app.Owner.Http.DeleteAsync(assets[^(seen.Count - 1)]);
            if (seen.Count == 2)
            {
                await app.Owner.Http.DeleteAsync(assets[0]);
            }
        } while (cursor is not null);

        Assert.Equal(["8.gif", "7.gif", "6.gif", "5.gif", "4.gif", "3.gif", "2.gif", "1.gif"], seen);
    }

    [Fact]
    public async Task The_last_page_says_that_it_is_the_last()
    {
        var group = await app.AddGroupAsync("Last page");
        await AddAsync(group, "a.gif");
        await AddAsync(group, "b.gif");

        var page = await app.Owner.GetJsonAsync($"/api/assets?group={group}&limit=2");

        Assert.Equal(["b.gif", "a.gif"], NamesOf(page));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("nextCursor").ValueKind);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("MTIzXzQ1Ng")]
    [InlineData("%00%EF%BF%BE")]
    public async Task A_cursor_that_is_not_ours_is_refused(string cursor)
    {
        using var answer = await app.Owner.Http.GetAsync("/api/assets?cursor=" + cursor);

        await answer.ShouldBeProblemAsync(400, "cursor");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    public async Task A_limit_out_of_bounds_is_named(string query, string field)
    {
        using var answer = await app.Owner.Http.GetAsync("/api/assets?" + query);

        var problem = await answer.ShouldBeProblemAsync(400, "invalid-request");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Theory]
    [InlineData("limit=all")]
    [InlineData("kind=audio")]
    [InlineData("status=lost")]
    [InlineData("group=mine")]
    public async Task A_filter_that_cannot_be_read_is_a_problem(string query)
    {
        using var answer = await app.Owner.Http.GetAsync("/api/assets?" + query);

        await answer.ShouldBeProblemAsync(400, "invalid-request");
    }

    private async Task<string> AddAsync(Guid group, string name)
    {
        using var answer = await new TusClient(app.Owner.Http).SendFileAsync(FreeMedia.BytesOf("still.gif"), name, group: $"{group}");
        return answer.Header("Magpie-Asset");
    }

    private static IEnumerable<string> NamesOf(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!);
}
