using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Support;

/// <summary>What lies in the database and on the disk of an app: the only way to see that nothing does.</summary>
internal sealed class Leftovers(IApp app)
{
    /// <summary>Every row and blob that one upload, or the asset it became, still has.</summary>
    public async Task<List<string>> OfAsync(Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
        var left = new List<string>();
        left.AddRange(
            (await db.Assets.Where(a => a.Id == id).Select(a => a.Status).ToListAsync()).Select(status => $"asset row, {status}")
        );
        left.AddRange(
            (await db.Renditions.Where(r => r.AssetId == id).Select(r => r.Kind).ToListAsync()).Select(kind => $"rendition row {kind}")
        );
        left.AddRange((await db.Uploads.Where(u => u.Id == id).Select(u => u.State).ToListAsync()).Select(state => $"upload row, {state}"));
        left.AddRange(app.BlobFilesOf(id));
        return left;
    }

    /// <summary>What the owner's workspace has used.</summary>
    public async Task<(long Used, long Reserved)> StorageAsync()
    {
        var workspace = await app.WorkspaceOfAsync(app.Owner);
        return (workspace.StorageBytes, workspace.ReservedBytes);
    }

    public async Task<int> PromisedRemovalsAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MagpieDbContext>().BlobRemovals.CountAsync();
    }

    /// <summary>Paths below the folder of blobs, unfinished ones included.</summary>
    public IEnumerable<string> Blobs() => FilesBelow(Path.Combine(app.DataFolder, "blobs"));

    /// <summary>Files in the folders in which originals are opened.</summary>
    public IEnumerable<string> Scratch() => FilesBelow(Path.Combine(app.DataFolder, "scratch"));

    public long ScratchBytes() =>
        new DirectoryInfo(Path.Combine(app.DataFolder, "scratch")) is { Exists: true } scratch
            ? scratch.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0)
            : 0;

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path))
            : [];
}
