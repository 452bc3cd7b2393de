using System.Runtime.InteropServices;

namespace Magpie.Platform.Media.Children;

/// <summary>Logs once at the start what restrains a decoder that a hostile file has taken over, and what does not.</summary>
internal sealed class SandboxNotice(ChildUser user, ILogger<SandboxNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var version = KernelLandlock.Version;
        var filtered = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;
        var level = version == 0 || user.WhyRoot is not null || !filtered ? LogLevel.Warning : LogLevel.Information;
        log.Log(
            level,
            "Decoders run without privileges {As}. The kernel gives {Landlock}{Unfiltered}",
            As(user),
            KernelLandlock.LeavesOpen(version),
            filtered ? "" : ". On this processor nothing filters their system calls"
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string As(ChildUser user) =>
        user switch
        {
            { Id: { } id } => $"as user {id}",
            { WhyRoot: { } why } => $"as root, because {why}",
            _ => "as the user of the server",
        };
}
