namespace Magpie.Platform.Storage.Disk;

/// <summary>An upload grows in the file that will be its original, so nothing has to be moved when it is complete.</summary>
internal sealed class DiskUploadStaging(BlobFolder folder) : IUploadStaging
{
    public Task<BlobWriter> AppendAsync(string key, long offset, CancellationToken ct)
    {
        var path = folder.PathOf(key);
        if (offset == 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }

        return Task.FromResult<BlobWriter>(AppendWriter.Open(path, offset));
    }

    public Task<long> LengthAsync(string key, CancellationToken ct)
    {
        var file = new FileInfo(folder.PathOf(key));
        return Task.FromResult(file.Exists ? file.Length : 0);
    }

    public Task PromoteAsync(string key, CancellationToken ct)
    {
        var path = folder.PathOf(key);
        return File.Exists(path) ? Task.CompletedTask : throw new FileNotFoundException("There is nothing that has grown.", path);
    }
}
