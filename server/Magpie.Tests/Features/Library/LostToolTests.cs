using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>A tool that something else ended has said nothing about the file that it was given.</summary>
public sealed class LostToolTests(FastClockApp app) : IClassFixture<FastClockApp>
{
    // The last is how ffmpeg ends when it is asked to.
    public static TheoryData<string> Ends => ["kill -TERM $$", "kill -HUP $$", "kill -INT $$", "kill -KILL $$", "exit 255"];

    [Theory, MemberData(nameof(Ends))]
    public async Task A_video_whose_tool_is_ended_by_a_signal_waits_and_is_ready_in_the_end(string end)
    {
        foreach (var set in new Action<string?>[] { app.SetFfprobe, app.SetFfmpeg })
        {
            set(end);
            var address = await app.Owner.UploadAsync(FreeMedia.PathOf("silent.MP4"));
            await ApiUser.WaitForAsync(() => app.TriesAsync(IdOf(address)), tries => tries.Interruptions >= 2);
            set(null);

            var asset = await app.Owner.WaitUntilUnderstoodAsync(address);

            Assert.Equal("ready", asset.GetProperty("status").GetString());
            Assert.Equal((0, 0), await app.TriesAsync(IdOf(address)));
        }
    }

    [Theory, MemberData(nameof(Ends))]
    public async Task An_odd_video_is_not_refused_because_the_tool_that_looked_at_it_was_ended(string end)
    {
        app.SetFfprobe(end);
        using var answer = await new TusClient(app.Owner.Http).SendFileAsync(OddVideo(), "odd.mp4");
        app.SetFfprobe(null);

        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        var asset = await app.Owner.WaitUntilUnderstoodAsync(answer.Header("Magpie-Asset"));
        Assert.Equal("ready", asset.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_tool_that_is_ended_again_and_again_fails_the_video_with_the_reason_and_the_file_stays()
    {
        app.SetFfprobe("kill -TERM $$");
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("clip.mp4"));
        var failed = await ApiUser.WaitForAsync(
            async () =>
            {
                var asset = await app.Owner.GetJsonAsync(address);
                if (asset.GetProperty("status").GetString() is "processing" && (await app.TriesAsync(IdOf(address))).Interruptions < 11)
                {
                    // Again where an attempt that was under way has put its own number over it.
                    await app.AbandonAsync(IdOf(address), interruptions: 11);
                }

                return asset;
            },
            asset => asset.GetProperty("status").GetString() is not "processing"
        );
        app.SetFfprobe(null);

        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains("ended from outside", failed.GetProperty("failure").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(FreeMedia.BytesOf("clip.mp4"), await app.Owner.Http.GetByteArrayAsync($"{address}/original"));
    }

    [Fact]
    public async Task An_accepted_file_that_turns_out_to_be_damaged_stays_as_failed_and_can_be_deleted()
    {
        app.SetFfprobe("exit 1");
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("variable_rate.mp4"));

        var failed = await app.Owner.WaitUntilUnderstoodAsync(address);
        app.SetFfprobe(null);

        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains("is damaged", failed.GetProperty("failure").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(FreeMedia.BytesOf("variable_rate.mp4"), await app.Owner.Http.GetByteArrayAsync($"{address}/original"));
        using var retry = await app.Owner.Http.PostAsync($"{address}/retry", null);
        Assert.Equal("ready", (await app.Owner.WaitUntilUnderstoodAsync(address)).GetProperty("status").GetString());
        using var deleted = await app.Owner.DeleteForeverAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(await app.Leftovers.OfAsync(IdOf(address)));
    }

    /// <summary>Sound, but its last box claims more bytes than there are; so it is decoded before the upload is answered.</summary>
    internal static byte[] OddVideo()
    {
        var video = FreeMedia.BytesOf("clip.mp4");
        var media = video.AsSpan().LastIndexOf("mdat"u8);
        video[media - 1] ^= 0x40;
        video[media - 2] |= 0x10;
        return video;
    }

    private static Guid IdOf(string address) => Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
}
