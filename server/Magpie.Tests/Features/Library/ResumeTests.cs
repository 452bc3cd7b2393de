using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>What was being processed goes on as soon as the trouble is over, and comes to the same end as without it.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task A_signal_to_every_process_of_the_server_loses_no_video_and_holds_none_up()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Media__Workers", "1"));
        var owner = await server.SetUpAsync();
        var assets = new List<string>();
        foreach (var name in new[] { "prores.mov", "hevc.mov", "clip.mp4", "variable_rate.mp4", "rotated_90_gps.mp4" })
        {
            assets.Add(await owner.UploadAsync(FreeMedia.PathOf(name)));
        }

        await ApiUser.WaitForAsync(() => Task.FromResult(server.Children().Any(child => child.Command is "ffmpeg")), any => any);
        await server.StopWithItsChildrenAsync();
        await server.StartAsync();

        foreach (var asset in assets)
        {
            var understood = await owner.WaitUntilUnderstoodAsync(asset);
            Assert.True(
                understood.GetProperty("status").GetString() is "ready",
                $"{understood.GetProperty("name")}: {understood.GetProperty("failure")}"
            );
        }
    }

    [Fact]
    public async Task Each_child_has_a_process_group_of_its_own()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();

        await owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));

        var children = server.Children().ToList();
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.Equal(child.Id, child.Group));
    }
}
