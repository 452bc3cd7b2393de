using System.Net;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>What happens when understanding a file does not go well. Each test breaks something that only its own asset meets.</summary>
public sealed class ProcessingTests(FastClockApp app) : IClassFixture<FastClockApp>
{
    [Fact]
    public async Task Without_ffprobe_a_video_is_tried_three_times_then_fails_with_the_reason_and_can_be_retried()
    {
        app.TakeFfprobeAway();
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("silent.MP4"));

        var failed = await app.Owner.WaitUntilUnderstoodAsync(address);

        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal(
            "*silent.MP4* could not be opened, because ffmpeg does not start on this server. Ask whoever runs Magpie to install "
                + "it, then retry.",
            failed.GetProperty("failure").GetProperty("reason").GetString()
        );
        Assert.True(failed.GetProperty("failure").GetProperty("retryable").GetBoolean());
        Assert.Equal((3, 0), await app.TriesAsync(IdOf(address)));

        app.SetFfprobe(script: null);
        using var retry = await app.Owner.Http.PostAsync($"{address}/retry", null);

        Assert.Equal(HttpStatusCode.OK, retry.StatusCode);
        var ready = await app.Owner.WaitUntilUnderstoodAsync(address);
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, ready.GetProperty("failure").ValueKind);
        using var again = await app.Owner.Http.PostAsync($"{address}/retry", null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_video_tool_that_is_killed_costs_its_video_one_attempt_and_nothing_else()
    {
        app.SetFfmpeg(FastClockApp.Hang);
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("rotated_90_gps.mp4"));
        var hanging = await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Of("tail").SingleOrDefault()), id => id > 0);
        app.SetFfmpeg(script: null);

        WorkerProcesses.Kill(hanging);

        var asset = await app.Owner.WaitUntilUnderstoodAsync(address);
        Assert.Equal("ready", asset.GetProperty("status").GetString());
        Assert.Equal(3, asset.GetProperty("renditions").GetArrayLength());
    }

    [Fact]
    public async Task No_more_videos_are_decoded_at_once_than_there_are_workers()
    {
        app.SetFfprobe(FastClockApp.Hang);
        string[] addresses =
        [
            await app.Owner.UploadAsync(FreeMedia.PathOf("clip.mp4")),
            await app.Owner.UploadAsync(FreeMedia.PathOf("hevc.mov")),
        ];
        await HasBegunAsync(addresses[0]);
        // Pictures go on beside it, also those that came after the video that waits.
        var picture = await app.Owner.WaitUntilUnderstoodAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("orientation_6.jpg")));
        Assert.Equal("ready", picture.GetProperty("status").GetString());

        var hanging = Assert.Single(
            await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Of("tail").ToList()), tools => tools.Count > 0)
        );
        app.SetFfprobe(script: null);
        WorkerProcesses.Kill(hanging);

        foreach (var address in addresses)
        {
            Assert.Equal("ready", (await app.Owner.WaitUntilUnderstoodAsync(address)).GetProperty("status").GetString());
        }
    }

    [Fact]
    public async Task A_decoder_that_is_killed_costs_its_picture_one_attempt_and_nothing_else()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        var worker = Assert.Single(app.Workers.Of("magpie-media-worker"));
        WorkerProcesses.Pause(worker);
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("alpha.png"));
        await HasBegunAsync(address);

        WorkerProcesses.Kill(worker);

        var asset = await app.Owner.WaitUntilUnderstoodAsync(address);
        Assert.Equal("ready", asset.GetProperty("status").GetString());
        Assert.False(WorkerProcesses.IsAlive(worker));
        Assert.NotEqual(worker, Assert.Single(app.Workers.Of("magpie-media-worker")));
    }

    [Fact]
    public async Task An_asset_that_is_deleted_while_it_is_processed_leaves_nothing_behind()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        var worker = Assert.Single(app.Workers.Of("magpie-media-worker"));
        WorkerProcesses.Pause(worker);
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("coast.jpg"));
        await HasBegunAsync(address);

        using var deleted = await app.Owner.DeleteForeverAsync(address);
        WorkerProcesses.Continue(worker);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await NothingIsLeftAsync(IdOf(address));
        using var gone = await app.Owner.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task What_nobody_works_on_any_more_is_begun_again_within_a_minute(int interruptions)
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.webp"));
        var address = $"/api/assets/{asset.GetProperty("id").GetGuid()}";

        await app.AbandonAsync(IdOf(address), interruptions);

        var rescued = await app.Owner.WaitUntilUnderstoodAsync(address);
        Assert.Equal("ready", rescued.GetProperty("status").GetString());
        Assert.Equal(2, rescued.GetProperty("renditions").GetArrayLength());
        Assert.Equal((0, 0), await app.TriesAsync(IdOf(address)));
    }

    [Fact]
    public async Task What_was_interrupted_again_and_again_is_failed_with_a_reason()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("progressive.jpg"));
        var address = $"/api/assets/{asset.GetProperty("id").GetGuid()}";

        await app.AbandonAsync(IdOf(address), interruptions: 12);

        var failed = await app.Owner.WaitUntilUnderstoodAsync(address);
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains("never came to an end", failed.GetProperty("failure").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static Guid IdOf(string address) => Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);

    private Task<bool> HasBegunAsync(string address) => ApiUser.WaitForAsync(() => app.HasBegunAsync(IdOf(address)), begun => begun);

    /// <summary>Processing ends behind the answer to a delete, so this waits until it has.</summary>
    private async Task NothingIsLeftAsync(Guid assetId)
    {
        await ApiUser.WaitForAsync(() => Task.FromResult(app.Leftovers.Scratch().ToList()), files => files.Count == 0);
        await ApiUser.WaitForAsync(() => app.Leftovers.OfAsync(assetId), left => left.Count == 0);
    }
}
