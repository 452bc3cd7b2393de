using Magpie.Platform.Storage;

namespace Magpie.Tests.Platform.Storage;

public sealed class DiskBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("magpie-blobs-");
    private readonly DiskBlobStore store;

    public DiskBlobStoreTests() => store = new(root.FullName);

    private protected override IBlobStore Store => store;

    [Fact]
    public async Task What_was_not_committed_leaves_no_file_behind()
    {
        await using (var writer = await store.CreateAsync("originals/a", CancellationToken.None))
        {
            await writer.WriteAsync(new byte[100_000], CancellationToken.None);
            Assert.NotEmpty(root.EnumerateFiles("*", SearchOption.AllDirectories));
        }

        await Assert.ThrowsAsync<FileNotFoundException>(() => store.SettleAsync("incoming/a", "originals/b", CancellationToken.None));
        Assert.Empty(root.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_gone_after_the_next_start()
    {
        await WriteAsync("originals/kept", "kept");
        var interrupted = await store.CreateAsync("originals/lost", CancellationToken.None);
        await interrupted.WriteAsync(new byte[10], CancellationToken.None);

        DiskBlobStore.ForgetUnfinished(root.FullName);
        var restarted = new DiskBlobStore(root.FullName);

        var kept = Assert.Single(root.EnumerateFiles("*", SearchOption.AllDirectories));
        Assert.Equal("kept", kept.Name);
        await using var writer = await restarted.CreateAsync("originals/next", CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Settling_shares_the_bytes_instead_of_copying_them()
    {
        await GrowAsync("incoming/a", 0, "bytes");

        await store.SettleAsync("incoming/a", "originals/a", CancellationToken.None);

        // The bytes change under both names: only a test may do that.
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "incoming", "a"), "BYTES", TestContext.Current.CancellationToken);
        Assert.Equal("BYTES", await ReadAsync("originals/a"));
    }

    [Fact]
    public async Task What_grows_outlives_a_restart()
    {
        await GrowAsync("incoming/a", 0, "half");

        var restarted = new DiskBlobStore(root.FullName);

        Assert.Equal(4, await restarted.GrownToAsync("incoming/a", CancellationToken.None));
    }

    public void Dispose() => root.Delete(recursive: true);
}
