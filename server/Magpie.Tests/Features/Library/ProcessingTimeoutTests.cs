using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class ProcessingTimeoutTests(ProcessingTimeoutTests.ImpatientApp app) : IClassFixture<ProcessingTimeoutTests.ImpatientApp>
{
    [Fact]
    public async Task A_tool_that_never_ends_is_ended_and_the_video_fails_with_how_long_that_took()
    {
        app.SetFfprobe(FastClockApp.Hang);
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("clip.mp4"));

        var failed = await app.Owner.WaitUntilUnderstoodAsync(address);

        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal(
            "*clip.mp4* took longer than 40 seconds and was given up. Try again, or export it smaller.",
            failed.GetProperty("failure").GetProperty("reason").GetString()
        );
        // Another try would take as long: only a person asks for it.
        Assert.Equal((0, 0), await app.TriesAsync(Guid.Parse(address[(address.LastIndexOf('/') + 1)..])));
        // The launcher and what it became both name the app's folder. Killed, they are gone when the system has cleared them away.
        await ApiUser.WaitForAsync(() => Task.FromResult(app.Workers.Ids), ids => !ids.Any());
        await ApiUser.WaitForAsync(() => Task.FromResult(app.Leftovers.Scratch()), files => !files.Any());
    }

    /// <summary>Forty seconds of its clock are four.</summary>
    public sealed class ImpatientApp : FastClockApp
    {
        protected override string VideoTimeout => "00:00:40";
    }
}
