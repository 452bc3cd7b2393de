using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class ManyUploadsTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Sixty_uploads_at_once_all_become_ready_while_the_library_answers()
    {
        string[] files = ["coast.jpg", "progressive.jpg", "animated.gif", "alpha.png", "silent.MP4", "still.webp"];
        using var done = new CancellationTokenSource();
        var asking = AskMeanwhileAsync(done.Token);

        var addresses = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(n => app.Owner.UploadAsync(FreeMedia.PathOf(files[n % files.Length]), $"{n}-{files[n % files.Length]}"))
        );
        await ApiUser.WaitUntilNoneIsLeftAsync(() => CountAsync("processing"));
        await done.CancelAsync();

        Assert.NotEqual(0, await asking);
        Assert.Equal(60, addresses.Distinct().Count());
        Assert.Equal(60, await CountAsync("ready"));
    }

    private async Task<int> CountAsync(string status) =>
        (await app.Owner.GetJsonAsync($"/api/assets/summary?status={status}")).GetProperty("total").GetInt32();

    private async Task<int> AskMeanwhileAsync(CancellationToken done)
    {
        var answers = 0;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!done.IsCancellationRequested)
        {
            using var answer = await app.Owner.Http.GetAsync("/api/assets", CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers++;
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }

        return answers;
    }
}
