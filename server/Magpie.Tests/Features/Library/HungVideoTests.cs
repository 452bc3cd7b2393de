using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>A video on which a decoder hangs holds up nothing else, and hangs no longer than somebody wants it.</summary>
public sealed class HungVideoTests(FastClockApp app) : IClassFixture<FastClockApp>
{
    [Fact]
    public async Task Pictures_are_understood_beside_more_hung_videos_than_may_be_processed_at_once()
    {
        app.SetFfprobe(FastClockApp.Hang);
        List<string> hung = [];
        foreach (var name in (string[])["clip.mp4", "silent.MP4", "variable_rate.mp4", "index_last.mp4"])
        {
            hung.Add(await app.Owner.UploadAsync(FreeMedia.PathOf(name)));
        }

        var picture = await app.Owner.UploadAsync(FreeMedia.PathOf("coast.jpg"));

        Assert.Equal("ready", (await app.Owner.WaitUntilUnderstoodAsync(picture)).GetProperty("status").GetString());
        await DeleteAsync(hung);
    }

    [Fact]
    public async Task What_is_deleted_for_good_ends_the_decoder_that_works_on_it()
    {
        app.SetFfprobe(FastClockApp.Hang);
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("clip.mp4"));
        await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Of("tail")), tails => tails.Any());

        await DeleteAsync([address]);
    }

    [Fact]
    public async Task An_upload_whose_client_goes_away_ends_the_decoder_that_checks_it_and_can_be_resumed()
    {
        app.SetFfprobe(FastClockApp.Hang);
        var (client, video) = (new TusClient(app.Owner.Http), LostToolTests.OddVideo());
        using var created = await client.CreateAsync(video.Length, "odd.mp4");
        var upload = created.Headers.Location!.ToString();
        using var leave = new CancellationTokenSource();
        var sending = client.SendAsync(HttpMethod.Patch, upload, new ByteArrayContent(video), leave.Token, ("Upload-Offset", "0"));
        await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Of("tail")), tails => tails.Any());

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Of("tail")), tails => !tails.Any());
        app.SetFfprobe(null);
        using var head = await client.HeadAsync(upload);
        var offset = int.Parse(head.Header("Upload-Offset"), System.Globalization.CultureInfo.InvariantCulture);
        using var answer = await client.PatchAsync(upload, offset, video[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("ready", (await app.Owner.WaitUntilUnderstoodAsync(answer.Header("Magpie-Asset"))).GetProperty("status").GetString());
    }

    private async Task DeleteAsync(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            using var deleted = await app.Owner.DeleteForeverAsync(address);
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        }

        await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Of("tail")), tails => !tails.Any());
        app.SetFfprobe(null);
    }
}
