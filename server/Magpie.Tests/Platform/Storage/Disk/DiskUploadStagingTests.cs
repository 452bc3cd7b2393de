using Magpie.Platform.Storage;
using Magpie.Platform.Storage.Disk;

namespace Magpie.Tests.Platform.Storage.Disk;

public sealed class DiskUploadStagingTests : UploadStagingContract, IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("magpie-blobs-");
    private readonly BlobFolder folder;

    public DiskUploadStagingTests()
    {
        folder = new(root.FullName);
        Staging = new DiskUploadStaging(folder);
        Blobs = new DiskBlobStore(folder);
    }

    private protected override IUploadStaging Staging { get; }

    private protected override IBlobStore Blobs { get; }

    [Fact]
    public async Task What_grows_outlives_a_restart()
    {
        await GrowAsync("originals/a", 0, "half");

        BlobFolder.ForgetUnfinished(root.FullName);
        var restarted = new DiskUploadStaging(new(root.FullName));

        Assert.Equal(4, await restarted.LengthAsync("originals/a", CancellationToken.None));
    }

    public void Dispose() => root.Delete(recursive: true);
}
