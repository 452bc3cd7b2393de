using Magpie.Platform.Storage;
using Magpie.Platform.Storage.Disk;

namespace Magpie.Tests.Platform.Storage.Disk;

public sealed class DiskBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("magpie-blobs-");
    private readonly DiskBlobStore store;

    public DiskBlobStoreTests() => store = new(new(root.FullName));

    private protected override IBlobStore Store => store;

    [Fact]
    public async Task What_was_not_committed_leaves_no_file_behind()
    {
        await using (var writer = await store.CreateAsync("originals/a", CancellationToken.None))
        {
            await writer.WriteAsync(new byte[100_000], CancellationToken.None);
            Assert.NotEmpty(root.EnumerateFiles("*", SearchOption.AllDirectories));
        }

        Assert.Empty(root.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_gone_after_the_next_start()
    {
        await WriteAsync("originals/kept", "kept");
        var interrupted = await store.CreateAsync("originals/lost", CancellationToken.None);
        await interrupted.WriteAsync(new byte[10], CancellationToken.None);

        BlobFolder.ForgetUnfinished(root.FullName);
        var restarted = new DiskBlobStore(new(root.FullName));

        var kept = Assert.Single(root.EnumerateFiles("*", SearchOption.AllDirectories));
        Assert.Equal("kept", kept.Name);
        await using var writer = await restarted.CreateAsync("originals/next", CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    public void Dispose() => root.Delete(recursive: true);
}
