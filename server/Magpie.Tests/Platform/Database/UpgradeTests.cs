using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Database;

/// <summary>What an installation has kept since the first schema is there after every later one, and in use.</summary>
[RunsOnce]
public sealed class UpgradeTests(OwnPostgres postgres) : IClassFixture<OwnPostgres>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_of_the_first_schema_keeps_its_rows_and_works(bool onPostgres)
    {
        using var folder = new TestFolder();
        var setting = onPostgres ? await postgres.CreateDatabaseAsync() : ("Magpie__Database__Postgres", "");
        await using (var first = FirstSchema.Open(onPostgres ? setting.Item2 : Path.Combine(folder.Path, "magpie.db"), onPostgres))
        {
            await first.MigrateAsync(FirstSchema.Newest);
            await first.FillAsync();
            var before = await first.ReadAsync();

            await first.MigrateAsync();

            var after = await first.ReadAsync(before);
            foreach (var (table, (_, rows)) in before)
            {
                Assert.Equal((table, string.Join('\n', rows)), (table, string.Join('\n', after[table].Rows)));
            }
        }

        await using var server = await ServerProcess.StartNewAsync(setting, ("MAGPIE_DATA", folder.Path));
        var member = new ApiUser(server.Address, FirstSchema.Token);
        foreach (
            var filter in (string[])["", "?q=cliff", "?q=f", "?label=autumn", "?starred=true", "?usage=used", "?status=ready&kind=image"]
        )
        {
            var asset = Assert.Single((await member.GetJsonAsync($"/api/assets{filter}")).GetProperty("items").EnumerateArray());
            Assert.Equal("Cliffs.jpg", asset.GetProperty("name").GetString());
        }

        var post = Assert.Single((await member.GetJsonAsync("/api/posts")).GetProperty("items").EnumerateArray());
        Assert.Equal("published", post.GetProperty("state").GetString());
        Assert.Equal(post.GetProperty("id").GetGuid(), post.GetProperty("setId").GetGuid());
        await member.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        Assert.Equal(2, (await member.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
    }
}
