using System.Net;
using Magpie.Model.Billing;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class QuotaTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Of_eight_members_uploads_at_once_exactly_those_begin_that_fit()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var senders = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => new TusClient((await AddMemberAsync(free)).Http)));

        // 7 of 7 MB are 49 MB; an eighth would be 56 MB of 50.
        var answers = await Task.WhenAll(senders.Select((tus, i) => tus.CreateAsync(7_000_000, $"{i}.jpg")));

        var refused = Assert.Single(answers, answer => answer.StatusCode is not HttpStatusCode.Created);
        var problem = await refused.ShouldBeProblemAsync(422, "storage-full");
        Assert.Equal(50_000_000, problem.GetProperty("limitBytes").GetInt64());
        Assert.Equal(49_000_000, problem.GetProperty("usedBytes").GetInt64());
        Assert.Equal(7_000_000, problem.GetProperty("neededBytes").GetInt64());
        Assert.Equal(
            "Storage is full: 49 of 50 MB used, this file needs 7 MB. Delete unused assets or change the plan.",
            problem.Sentence()
        );
        Assert.Equal((49_000_000, 50_000_000), await UsageAsync(free));
    }

    [Fact]
    public async Task The_last_byte_fits_and_one_more_does_not()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var (first, second, tus) = (
            new TusClient(free.Http),
            new TusClient((await AddMemberAsync(free)).Http),
            new TusClient((await AddMemberAsync(free)).Http)
        );
        await first.CreateAsync(20_000_000, "a.jpg");
        await second.CreateAsync(20_000_000, "b.jpg");

        using var oneMore = await tus.CreateAsync(10_000_001, "c.jpg");
        using var exactly = await tus.CreateAsync(10_000_000, "c.jpg");

        await oneMore.ShouldBeProblemAsync(422, "storage-full");
        Assert.Equal(HttpStatusCode.Created, exactly.StatusCode);
        await (await tus.CreateAsync(1, "d.jpg")).ShouldBeProblemAsync(422, "storage-full");
    }

    [Fact]
    public async Task One_file_is_let_in_alone_and_several_share_a_quarter_of_what_is_free()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var (tus, other) = (new TusClient(free.Http), new TusClient((await AddMemberAsync(free)).Http));
        using var alone = await tus.CreateAsync(20_000_000, "alone.jpg");
        Assert.Equal(HttpStatusCode.Created, alone.StatusCode);

        var problem = await (await tus.CreateAsync(1_000_000, "b.jpg")).ShouldBeProblemAsync(429, "storage-share");

        Assert.Equal(
            (20_000_000, 12_500_000, 1_000_000),
            (
                problem.GetProperty("heldBytes").GetInt64(),
                problem.GetProperty("limitBytes").GetInt64(),
                problem.GetProperty("neededBytes").GetInt64()
            )
        );
        Assert.Equal(
            "Your other uploads and imports hold 20 MB, and together they may hold 12.5 MB. This file needs 1 MB: send it when one "
                + "of them is done.",
            problem.Sentence()
        );
        Assert.Equal((20_000_000, 50_000_000), await UsageAsync(free));

        // What somebody else holds is theirs; it only leaves less to share.
        Assert.Equal(HttpStatusCode.Created, (await other.CreateAsync(10_000_000, "theirs.jpg")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await tus.TerminateAsync(alone.Header("Location"))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await tus.CreateAsync(5_000_000, "c.jpg")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await tus.CreateAsync(5_000_000, "d.jpg")).StatusCode);
        await (await tus.CreateAsync(1, "e.jpg")).ShouldBeProblemAsync(429, "storage-share");
    }

    [Fact]
    public async Task Of_many_at_once_no_more_begin_than_the_share_holds()
    {
        var free = await app.AddOwnerAsync(PlanName.Free);
        var tus = new TusClient(free.Http);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => tus.CreateAsync(2_500_000, $"{i}.jpg")));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        Assert.Equal(15, answers.Count(answer => answer.StatusCode is HttpStatusCode.TooManyRequests));
        Assert.Equal((12_500_000, 50_000_000), await UsageAsync(free));
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

    private async Task<ApiUser> AddMemberAsync(ApiUser owner) =>
        await app.AddMemberAsync(
            GroupRole.Editor,
            (await owner.GetJsonAsync("/api/session")).GetProperty("groups")[0].GetProperty("id").GetGuid()
        );

    private static async Task<(long Used, long Limit)> UsageAsync(ApiUser visitor)
    {
        var usage = (await visitor.GetJsonAsync("/api/session")).GetProperty("usage");
        return (usage.GetProperty("storageBytes").GetInt64(), usage.GetProperty("storageLimitBytes").GetInt64());
    }
}
