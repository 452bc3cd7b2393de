using System.Text;
using Magpie.Platform.Storage;

namespace Magpie.Tests.Platform.Storage;

/// <summary>What <see cref="IBlobStore"/> promises, whoever keeps it. One small subclass for each implementation.</summary>
public abstract partial class BlobStoreContract
{
    private const string Key = "originals/0a/beach";

    private protected abstract IBlobStore Store { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_committed_blob_has_the_bytes_that_were_written_in_order()
    {
        await using (var writer = await Store.CreateAsync(Key, Ct))
        {
            await writer.WriteAsync("three "u8.ToArray(), Ct);
            await writer.WriteAsync(ReadOnlyMemory<byte>.Empty, Ct);
            await writer.WriteAsync("for a girl"u8.ToArray(), Ct);
            await writer.CommitAsync(Ct);
        }

        Assert.Equal("three for a girl", await ReadAsync(Key));
    }

    [Fact]
    public async Task A_file_becomes_a_blob_in_the_place_of_another_and_is_gone_from_its_own()
    {
        await WriteAsync(Key, "old");
        var made = Path.GetTempFileName();
        await File.WriteAllTextAsync(made, "made again", Ct);
        var lastWrite = File.GetLastWriteTimeUtc(made);
        File.SetLastWriteTimeUtc(made, DateTime.UnixEpoch);

        await Store.TakeAsync(Key, made, Ct);

        Assert.Equal("made again", await ReadAsync(Key));
        Assert.False(File.Exists(made));
        var blob = Assert.Single(await ListAsync("originals/"));
        Assert.True(blob.WrittenAt >= lastWrite, $"It says that it was written at {blob.WrittenAt:O}, when its file was.");
    }

    [Fact]
    public async Task A_link_becomes_no_blob_whatever_it_points_to()
    {
        var secret = Path.GetTempFileName();
        var link = $"{secret}-link";
        File.CreateSymbolicLink(link, secret);
        try
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => Store.TakeAsync(Key, link, Ct));

            Assert.Null(await ReadAsync(Key));
            Assert.True(File.Exists(secret));
        }
        finally
        {
            File.Delete(link);
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task An_empty_blob_is_a_blob()
    {
        await WriteAsync(Key, "");

        Assert.Equal("", await ReadAsync(Key));
        Assert.Equal(0, Assert.Single(await ListAsync("originals/")).Bytes);
    }

    [Fact]
    public async Task A_blob_is_not_there_before_it_is_committed()
    {
        await using var writer = await Store.CreateAsync(Key, Ct);
        await writer.WriteAsync("half"u8.ToArray(), Ct);

        Assert.Null(await ReadAsync(Key));
        Assert.Empty(await ListAsync("originals/"));
        Assert.False(await Store.DeleteAsync(Key, Ct));
    }

    [Fact]
    public async Task A_blob_that_is_never_committed_leaves_what_was_there()
    {
        await WriteAsync(Key, "old");
        await using (var writer = await Store.CreateAsync(Key, Ct))
        {
            await writer.WriteAsync("new"u8.ToArray(), Ct);
        }

        Assert.Equal("old", await ReadAsync(Key));
    }

    [Fact]
    public async Task A_blob_replaces_the_one_of_the_same_key_and_who_reads_the_old_one_reads_it_to_its_end()
    {
        await WriteAsync(Key, "old bytes");
        await using var reading = (await Store.OpenReadAsync(Key, Ct))!;

        await WriteAsync(Key, "new");

        Assert.Equal("new", await ReadAsync(Key));
        Assert.Equal("old bytes", await ReadAsync(reading));
    }

    [Fact]
    public async Task What_was_never_written_reads_as_nothing()
    {
        Assert.Null(await Store.OpenReadAsync("originals/0a/none", Ct));
        Assert.Null(await Store.OpenReadAsync("never/heard/of", Ct));
    }

    [Fact]
    public async Task A_blob_can_be_read_from_any_place()
    {
        await WriteAsync(Key, "0123456789");
        await using var stream = (await Store.OpenReadAsync(Key, Ct))!;

        Assert.True(stream.CanSeek);
        Assert.Equal(10, stream.Length);
        stream.Seek(7, SeekOrigin.Begin);
        Assert.Equal("789", await ReadAsync(stream));
        stream.Seek(-5, SeekOrigin.End);
        Assert.Equal("56789", await ReadAsync(stream));
    }

    [Fact]
    public async Task A_blob_can_be_had_as_a_file_which_outlives_it()
    {
        var folder = Directory.CreateTempSubdirectory("magpie-blob-");
        var path = Path.Combine(folder.FullName, "original");
        await WriteAsync(Key, "bytes");

        await Store.CopyToFileAsync(Key, path, Ct);
        await Store.DeleteAsync(Key, Ct);

        Assert.Equal("bytes", await File.ReadAllTextAsync(path, Ct));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.CopyToFileAsync(Key, path + "-2", Ct));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_deleted_blob_is_gone_and_deleting_it_again_is_no_error()
    {
        await WriteAsync(Key, "bytes");

        Assert.True(await Store.DeleteAsync(Key, Ct));
        Assert.False(await Store.DeleteAsync(Key, Ct));
        Assert.False(await Store.DeleteAsync("never/heard/of", Ct));
        Assert.Null(await ReadAsync(Key));
    }

    private protected async Task WriteAsync(string key, string text)
    {
        await using var writer = await Store.CreateAsync(key, Ct);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text), Ct);
        await writer.CommitAsync(Ct);
    }

    private protected async Task<string?> ReadAsync(string key)
    {
        await using var stream = await Store.OpenReadAsync(key, Ct);
        return stream is null ? null : await ReadAsync(stream);
    }

    private protected async Task<List<BlobInfo>> ListAsync(string prefix)
    {
        var found = new List<BlobInfo>();
        await foreach (var blob in Store.ListAsync(prefix, Ct))
        {
            found.Add(blob);
        }

        return found;
    }

    private static async Task<string> ReadAsync(Stream stream) => await new StreamReader(stream, leaveOpen: true).ReadToEndAsync(Ct);
}
