using Magpie.Platform.Media;
using Microsoft.Extensions.Options;

namespace Magpie.Tests.Platform.Media;

public sealed class MediaLimiterTests
{
    [Fact]
    public async Task Videos_that_never_end_hold_up_no_picture_and_no_copy()
    {
        using var limiter = new MediaLimiter(Options.Create(new MediaOptions { Workers = 3 }));
        var never = new TaskCompletionSource<bool>();
        var videos = Enumerable.Range(0, 5).Select(_ => limiter.UseAsync(MediaWork.VideoExport, () => never.Task, default)).ToList();

        foreach (var other in Enum.GetValues<MediaWork>().Except([MediaWork.VideoExport]))
        {
            Assert.True(await limiter.UseAsync(other, () => Task.FromResult(true), TestContext.Current.CancellationToken));
        }

        never.SetResult(true);
        await Task.WhenAll(videos);
    }

    [Theory]
    [InlineData(MediaWork.VideoProcessing, 5, 5)]
    [InlineData(MediaWork.VideoCopy, 5, 5)]
    [InlineData(MediaWork.VideoExport, 5, 3)]
    [InlineData(MediaWork.PictureExport, 1, 1)]
    public async Task As_many_run_at_once_as_the_setting_says(object kind, int workers, int most)
    {
        using var limiter = new MediaLimiter(Options.Create(new MediaOptions { Workers = workers }));
        var begun = 0;
        var end = new TaskCompletionSource<bool>();
        var all = Enumerable
            .Range(0, 9)
            .Select(_ =>
                limiter.UseAsync(
                    (MediaWork)kind,
                    () =>
                    {
                        Interlocked.Increment(ref begun);
                        return end.Task;
                    },
                    TestContext.Current.CancellationToken
                )
            )
            .ToList();
        Assert.Equal(most, begun);

        end.SetResult(true);
        await Task.WhenAll(all);
        Assert.Equal(9, begun);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        using var limiter = new MediaLimiter(Options.Create(new MediaOptions { Workers = 1 }));
        var first = new TaskCompletionSource<bool>();
        var running = limiter.UseAsync(MediaWork.VideoCopy, () => first.Task, default);
        using var cancel = new CancellationTokenSource();
        var waiting = limiter.UseAsync(MediaWork.VideoCopy, () => Task.FromResult(true), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        first.SetResult(true);
        Assert.True(await running);
        Assert.True(await limiter.UseAsync(MediaWork.VideoCopy, () => Task.FromResult(true), TestContext.Current.CancellationToken));
    }
}
