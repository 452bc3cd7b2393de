using Magpie.Platform.Storage;
using Magpie.Platform.Storage.Disk;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Magpie.Tests.Features.Uploads;

/// <summary>An app whose blobs lie on a disk that can be full.</summary>
public sealed class FullDiskApp : TestApp
{
    internal FillingDisk Disk { get; private set; } = null!;

    internal Leftovers Leftovers => new(this);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(_ => Disk = new(new(Path.Combine(DataFolder, "blobs"))));
            services.Replace(ServiceDescriptor.Singleton<IBlobStore>(provider => provider.GetRequiredService<FillingDisk>()));
            services.Replace(ServiceDescriptor.Singleton<IUploadStaging>(provider => provider.GetRequiredService<FillingDisk>()));
        });
    }
}

/// <summary>
/// The product's own store; where the room ends, the system's own device for it writes instead and fails as a full disk does.
/// </summary>
internal sealed class FillingDisk(BlobFolder folder) : IBlobStore, IUploadStaging
{
    private readonly DiskBlobStore store = new(folder);
    private readonly DiskUploadStaging staging = new(folder);

    public long RoomBytes { get; set; } = long.MaxValue;

    public async Task<BlobWriter> CreateAsync(string key, CancellationToken ct) => new Writer(this, await store.CreateAsync(key, ct));

    public Task TakeAsync(string key, string path, CancellationToken ct)
    {
        if (new FileInfo(path).Length is var bytes && bytes > RoomBytes)
        {
            Fail();
        }

        RoomBytes -= RoomBytes == long.MaxValue ? 0 : bytes;
        return store.TakeAsync(key, path, ct);
    }

    public Task<Stream?> OpenReadAsync(string key, CancellationToken ct) => store.OpenReadAsync(key, ct);

    public async Task<BlobWriter> AppendAsync(string key, long offset, CancellationToken ct) =>
        new Writer(this, await staging.AppendAsync(key, offset, ct));

    public Task<long> LengthAsync(string key, CancellationToken ct) => staging.LengthAsync(key, ct);

    public Task PromoteAsync(string key, CancellationToken ct) => staging.PromoteAsync(key, ct);

    public Task CopyToFileAsync(string key, string path, CancellationToken ct) => store.CopyToFileAsync(key, path, ct);

    public Task<bool> DeleteAsync(string key, CancellationToken ct) => store.DeleteAsync(key, ct);

    public Task DeleteFolderAsync(string prefix, CancellationToken ct) => store.DeleteFolderAsync(prefix, ct);

    public IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken ct) => store.ListAsync(prefix, ct);

    private static void Fail()
    {
        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        RandomAccess.Write(full, [0], 0);
    }

    private sealed class Writer(FillingDisk disk, BlobWriter inner) : BlobWriter
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            var fits = (int)Math.Min(bytes.Length, disk.RoomBytes);
            await inner.WriteAsync(bytes[..fits], ct);
            disk.RoomBytes -= disk.RoomBytes == long.MaxValue ? 0 : fits;
            if (fits < bytes.Length)
            {
                Fail();
            }
        }

        public override Task CommitAsync(CancellationToken ct) => inner.CommitAsync(ct);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
