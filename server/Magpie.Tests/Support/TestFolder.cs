namespace Magpie.Tests.Support;

/// <summary>A folder that goes with the test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("magpie-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
