using System.Net;
using Magpie.Model.Billing;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class QuotaTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Of_twenty_uploads_at_once_exactly_those_begin_that_fit()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var tus = new TusClient(free.Http);

        // 7 of 7 MB are 49 MB; an eighth would be 56 MB of 50.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => tus.CreateAsync(7_000_000, $"{i}.jpg")));

        Assert.Equal(7, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        foreach (var refused in answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
        {
            var problem = await refused.ShouldBeProblemAsync(422, "storage-full");
            Assert.Equal(50_000_000, problem.GetProperty("limitBytes").GetInt64());
            Assert.Equal(49_000_000, problem.GetProperty("usedBytes").GetInt64());
            Assert.Equal(7_000_000, problem.GetProperty("neededBytes").GetInt64());
            Assert.Equal("Storage is full: 49 of 50 MB used, this file needs 7 MB. Delete unused assets or change the plan.", problem.Sentence());
        }

        Assert.Equal((49_000_000, 50_000_000), await UsageAsync(free));
    }

    [Fact]
    public async Task The_last_byte_fits_and_one_more_does_not()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var tus = new TusClient(free.Http);
        await tus.CreateAsync(20_000_000, "a.jpg");
        await tus.CreateAsync(20_000_000, "b.jpg");

        using var oneMore = await tus.CreateAsync(10_000_001, "c.jpg");
        using var exactly = await tus.CreateAsync(10_000_000, "c.jpg");

        await oneMore.ShouldBeProblemAsync(422, "storage-full");
        Assert.Equal(HttpStatusCode.Created, exactly.StatusCode);
        await (await tus.CreateAsync(1, "d.jpg")).ShouldBeProblemAsync(422, "storage-full");
    }

    [Fact]
    public async Task Many_whole_uploads_at_once_add_up_to_their_bytes()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var tus = new TusClient(free.Http);
        var bytes = FreeMedia.BytesOf("still.gif");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => tus.SendFileAsync(bytes, $"{i}.gif")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(20 * bytes.Length, (await UsageAsync(free)).Used);
        await Task.WhenAll(answers.Select(answer => free.Http.DeleteAsync(answer.Header("Magpie-Asset"))));
        Assert.Equal(0, (await UsageAsync(free)).Used);
    }

    private static async Task<(long Used, long Limit)> UsageAsync(Visitor visitor)
    {
        var usage = (await visitor.GetJsonAsync("/api/session")).GetProperty("usage");
        return (usage.GetProperty("storageBytes").GetInt64(), usage.GetProperty("storageLimitBytes").GetInt64());
    }
}
