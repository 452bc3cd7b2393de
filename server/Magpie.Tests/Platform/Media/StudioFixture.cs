using Magpie.Platform.Media;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Magpie.Tests.Platform.Media;

/// <summary>A real studio with real workers, and folders that go away with it.</summary>
public sealed class StudioFixture : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("magpie-media-").FullName;

    internal MediaStudio Studio { get; private set; } = null!;

    public string Scratch => Path.Combine(root, "scratch");

    public ValueTask InitializeAsync()
    {
        Studio = Make(new MediaOptions());
        return ValueTask.CompletedTask;
    }

    internal MediaStudio Make(MediaOptions options)
    {
        options.ScratchFolder = Scratch;
        return new MediaStudio(Options.Create(options), TimeProvider.System, NullLogger<MediaStudio>.Instance);
    }

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName;

    public async ValueTask DisposeAsync()
    {
        await Studio.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }
}
