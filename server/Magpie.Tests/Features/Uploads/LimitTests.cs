using System.Net;
using Magpie.Model.Billing;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Uploads;

public sealed class LimitTests(LimitTests.SmallLimits app, SharedApp usual)
    : IClassFixture<LimitTests.SmallLimits>,
        IClassFixture<SharedApp>
{
    private const int ImageLimit = 200_000;
    private const int VideoLimit = 150_000;

    private readonly TusClient tus = new(app.Owner.Http);

    [Theory]
    [InlineData("a.jpg", 20_000_000, "20")]
    [InlineData("a.GIF", 20_000_000, "20")]
    [InlineData("a.mp4", 50_000_000, "50")]
    [InlineData("a.MOV", 50_000_000, "50")]
    [InlineData("no ending", 50_000_000, "50")]
    public async Task By_default_pictures_may_have_20_MB_and_videos_50_and_not_one_byte_more(string name, long limit, string words)
    {
        var owner = await usual.AddOwnerAsync();
        var client = new TusClient(owner.Http);

        using var exactly = await client.CreateAsync(limit, name);
        using var more = await client.CreateAsync(limit + 1, name);

        Assert.Equal(HttpStatusCode.Created, exactly.StatusCode);
        var problem = await more.ShouldBeProblemAsync(413, "too-large");
        Assert.Equal((limit, limit + 1), (problem.GetProperty("limitBytes").GetInt64(), problem.GetProperty("bytes").GetInt64()));
        Assert.Contains($"*{name}* is {words}.1 MB; ", problem.Sentence(), StringComparison.Ordinal);
        Assert.Contains($"up to {words} MB", problem.Sentence(), StringComparison.Ordinal);
        Assert.Equal(1, await UploadsOfAsync(owner));
    }

    [Fact]
    public async Task A_video_of_exactly_the_limit_is_kept()
    {
        using var answer = await tus.SendFileAsync(PaddedVideo.Of(VideoLimit), "exactly.mp4");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(VideoLimit, (await app.Owner.GetJsonAsync(answer.Header("Magpie-Asset"))).GetProperty("bytes").GetInt32());
    }

    [Theory]
    [InlineData("holiday.jpg")]
    [InlineData("holiday")]
    public async Task What_is_a_video_has_the_limit_of_videos_whatever_its_name(string name)
    {
        var before = await StateAsync();

        using var answer = await tus.SendFileAsync(PaddedVideo.Of(VideoLimit + 1), name, partBytes: 50_000);

        var problem = await answer.ShouldBeProblemAsync(413, "too-large");
        Assert.Contains("videos may be up to 0.2 MB", problem.Sentence(), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("refuse_text.jpg", "format-not-kept", 415)]
    [InlineData("refuse_html.gif", "format-not-kept", 415)]
    [InlineData("refuse_svg.png", "format-not-kept", 415)]
    [InlineData("refuse_matroska.webm", "format-not-kept", 415)]
    [InlineData("refuse_playlist.mp4", "format-not-kept", 415)]
    [InlineData("refuse_truncated.jpg", "damaged", 422)]
    [InlineData("refuse_truncated.mp4", "damaged", 422)]
    [InlineData("refuse_audio_only.mp4", "no-picture-track", 422)]
    [InlineData("refuse_50000x50000.png", "too-many-pixels", 422)]
    public async Task A_refused_file_leaves_nothing_behind(string name, string problem, int status)
    {
        var before = await StateAsync();

        using var answer = await tus.SendFileAsync(FreeMedia.BytesOf(name), name);

        await answer.ShouldBeProblemAsync(status, problem);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_format_that_is_not_kept_is_refused_within_its_first_bytes()
    {
        var before = await StateAsync();
        var created = await tus.CreateAsync(150_000, "archive.jpg");
        var first = new byte[5000];
        "PK\u0003\u0004"u8.CopyTo(first);

        using var answer = await tus.PatchAsync(created.Header("Location"), 0, first);

        await answer.ShouldBeProblemAsync(415, "format-not-kept");
        Assert.Equal(before, await StateAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await tus.HeadAsync(created.Header("Location"))).StatusCode);
    }

    [Fact]
    public async Task Uploads_under_way_are_counted_for_each_person()
    {
        await using var own = await NewApp.StartAsync(("Magpie:Uploads:MaxOpenPerPerson", "2"));
        var client = new TusClient((await own.AddStrangerAsync()).Http);
        var first = (await client.CreateAsync(100, "a.jpg")).Header("Location");
        await client.CreateAsync(100, "b.jpg");

        using var third = await client.CreateAsync(100, "c.jpg");

        await third.ShouldBeProblemAsync(429, "too-many-uploads");
        await client.TerminateAsync(first);
        Assert.Equal(HttpStatusCode.Created, (await client.CreateAsync(100, "c.jpg")).StatusCode);
    }

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("clip.jpg")]
    public async Task The_plan_Free_keeps_no_videos_whatever_their_name(string name)
    {
        var owner = await usual.AddOwnerAsync(PlanName.Free);
        var client = new TusClient(owner.Http);

        using var answer = await client.SendFileAsync(FreeMedia.BytesOf("clip.mp4"), name);

        var problem = await answer.ShouldBeProblemAsync(422, "videos-not-in-plan");
        Assert.Equal($"*{name}* is a video, and this plan includes pictures only. Change the plan to add videos.", problem.Sentence());
        Assert.Equal(0, await UploadsOfAsync(owner));
    }

    private async Task<int> UploadsOfAsync(ApiUser owner)
    {
        var workspace = await usual.WorkspaceOfAsync(owner);
        return await usual.InDatabaseAsync(db => db.Uploads.CountAsync(u => u.WorkspaceId == workspace.Id));
    }

    private async Task<(string Usage, int Uploads, int Assets, int Removals, int Files)> StateAsync()
    {
        var (uploads, assets, removals) = await app.InDatabaseAsync(async db =>
            (await db.Uploads.CountAsync(), await db.Assets.CountAsync(), await db.BlobRemovals.CountAsync())
        );
        return (
            (await app.Owner.GetJsonAsync("/api/session")).GetProperty("usage").ToString(),
            uploads,
            assets,
            removals,
            app.BlobFiles().Count(file => !file.StartsWith("renditions", StringComparison.Ordinal))
        );
    }

    public sealed class SmallLimits : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Magpie:Limits:ImageBytes", $"{ImageLimit}"), new("Magpie:Limits:VideoBytes", $"{VideoLimit}")];
    }
}
