using Magpie.Platform.Media.Children;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Magpie.Tests.Platform.Media.Children;

public sealed class SandboxNoticeTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData(0, "no Landlock")]
    [InlineData(1, "does not cover shortening files")]
    [InlineData(2, "does not cover shortening files")]
    [InlineData(3, "does not cover connections")]
    [InlineData(4, "does not cover devices")]
    [InlineData(5, "does not cover local sockets and signals")]
    [InlineData(6, "covers files, connections, devices and signals")]
    [InlineData(7, "covers files, connections, devices and signals")]
    public void Of_each_Landlock_it_is_known_what_it_leaves_open(int version, string open) =>
        Assert.Contains(open, KernelLandlock.LeavesOpen(version), StringComparison.Ordinal);

    [Fact]
    public async Task The_start_says_in_one_line_who_decoders_are_and_what_the_kernel_gives()
    {
        var log = new Lines();

        await new SandboxNotice(new ChildUser(65534, null), log).StartAsync(TestContext.Current.CancellationToken);

        Assert.Single(app.Services.GetServices<IHostedService>(), service => service is SandboxNotice);
        var line = Assert.Single(log.Said);
        Assert.Contains("as user 65534", line, StringComparison.Ordinal);
        Assert.Contains(KernelLandlock.LeavesOpen(KernelLandlock.Version), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decoders_that_have_to_stay_root_are_warned_of_with_the_reason()
    {
        var log = new Lines();

        await new SandboxNotice(new ChildUser(null, "/root is closed to other users"), log).StartAsync(
            TestContext.Current.CancellationToken
        );

        Assert.StartsWith(
            "Warning: Decoders run without privileges as root, because /root is closed to other users",
            Assert.Single(log.Said),
            StringComparison.Ordinal
        );
    }

    private sealed class Lines : ILogger<SandboxNotice>
    {
        public List<string> Said { get; } = [];

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Said.Add($"{logLevel}: {formatter(state, exception)}");

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
