using Magpie.Platform.Media.Children;
using Magpie.Tests.Features.Library;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Pictures;

[RunsOnce]
public sealed class PictureWorkerTests(PictureWorkerTests.ShortLivedApp app) : IClassFixture<PictureWorkerTests.ShortLivedApp>
{
    [Fact]
    public async Task After_some_pictures_a_worker_gives_way_to_one_that_has_been_started_before()
    {
        await ReadyAsync("still.gif");
        var both = await ApiUser.WaitForAsync(() => Task.FromResult(Workers().ToList()), workers => workers.Count == 2);

        await ReadyAsync("alpha.png");
        await ReadyAsync("still.webp");

        var successors = await ApiUser.WaitForAsync(
            () => Task.FromResult(Workers().ToList()),
            workers => workers.Intersect(both).Count() == 1
        );
        var successor = successors.Intersect(both).Single();
        await ReadyAsync("coast.jpg");
        Assert.Contains(successor, Workers());
    }

    [Fact]
    public async Task A_worker_is_not_root_and_has_no_privileges()
    {
        await ReadyAsync("cmyk.jpg");
        var worker = (await ApiUser.WaitForAsync(() => Task.FromResult(Workers().ToList()), workers => workers.Count > 0))[0];

        var status = await ApiUser.WaitForAsync(
            () => File.ReadAllLinesAsync($"/proc/{worker}/status"),
            lines => lines.Any(line => line.StartsWith("Seccomp:\t2", StringComparison.Ordinal))
        );

        // In a clone that other users may not enter it stays root by name, as the start says.
        var isRoot = ChildUser.Choose(new()).WhyRoot is not null;
        Assert.Equal(isRoot, Values(status, "Uid").Concat(Values(status, "Gid")).Contains("0"));
        Assert.All(
            ["CapInh", "CapPrm", "CapEff", "CapAmb"],
            kind => Assert.Equal(0ul, Convert.ToUInt64(Values(status, kind).Single(), 16))
        );
        Assert.Equal("1", Values(status, "NoNewPrivs").Single());
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal(0ul, Convert.ToUInt64(Values(status, "CapBnd").Single(), 16));
            Assert.Equal("", string.Join(' ', Values(status, "Groups")).Trim());
        }
    }

    private IEnumerable<int> Workers() => app.Workers.Of("magpie-media-worker");

    private static string[] Values(string[] status, string name) =>
        status.Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal)).Split('\t', StringSplitOptions.RemoveEmptyEntries)[
            1..
        ];

    private async Task ReadyAsync(string name)
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf(name));
        Assert.Equal("ready", asset.GetProperty("status").GetString());
    }

    public sealed class ShortLivedApp : FastClockApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [.. base.Settings, new("Magpie:Media:PicturesPerWorker", "3")];
    }
}
