using System.Text;
using Magpie.Platform.Storage;

namespace Magpie.Tests.Platform.Storage;

/// <summary>
/// What <see cref="IUploadStaging"/> promises, whoever keeps it, with the <see cref="IBlobStore"/> beside it. One small subclass for each
/// implementation.
/// </summary>
public abstract class UploadStagingContract
{
    private const string Key = "originals/0a/upload";

    private protected abstract IUploadStaging Staging { get; }

    /// <summary>Where what is promoted becomes a blob.</summary>
    private protected abstract IBlobStore Blobs { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_grows_from_where_it_ended()
    {
        await GrowAsync(Key, 0, "one ");
        await GrowAsync(Key, 4, "two ");
        await GrowAsync(Key, 8, "three");

        Assert.Equal(13, await Staging.LengthAsync(Key, Ct));
        Assert.Equal("one two three", await PromoteAndReadAsync());
    }

    [Fact]
    public async Task What_lies_beyond_the_place_where_it_goes_on_is_cut_off()
    {
        await GrowAsync(Key, 0, "promised, and never promised");
        await GrowAsync(Key, 8, ".");

        Assert.Equal("promised.", await PromoteAndReadAsync());
    }

    [Fact]
    public async Task What_was_written_stays_without_a_commit()
    {
        await using (var writer = await Staging.AppendAsync(Key, 0, Ct))
        {
            await writer.WriteAsync("half"u8.ToArray(), Ct);
        }

        Assert.Equal(4, await Staging.LengthAsync(Key, Ct));
    }

    [Fact]
    public async Task It_goes_on_after_a_commit()
    {
        await using (var writer = await Staging.AppendAsync(Key, 0, Ct))
        {
            await writer.WriteAsync("one "u8.ToArray(), Ct);
            await writer.CommitAsync(Ct);
            await writer.WriteAsync("two"u8.ToArray(), Ct);
            await writer.CommitAsync(Ct);
        }

        Assert.Equal("one two", await PromoteAndReadAsync());
    }

    [Fact]
    public async Task Nothing_goes_on_where_there_is_a_gap_and_nothing_is_made_by_trying()
    {
        await GrowAsync("originals/0b/short", 0, "12345");

        await Assert.ThrowsAsync<EndOfStreamException>(() => Staging.AppendAsync("originals/0b/short", 6, Ct));
        await Assert.ThrowsAsync<EndOfStreamException>(() => Staging.AppendAsync(Key, 1, Ct));

        Assert.Equal(5, await Staging.LengthAsync("originals/0b/short", Ct));
        Assert.Equal(0, await Staging.LengthAsync(Key, Ct));
    }

    [Fact]
    public async Task What_is_promoted_is_a_blob_while_its_last_writer_is_still_open_and_when_it_is_promoted_again()
    {
        await using var writer = await Staging.AppendAsync(Key, 0, Ct);
        await writer.WriteAsync("whole"u8.ToArray(), Ct);
        await writer.CommitAsync(Ct);

        Assert.Equal("whole", await PromoteAndReadAsync());
        Assert.Equal("whole", await PromoteAndReadAsync());
    }

    [Fact]
    public async Task What_is_promoted_goes_on_from_before_its_end()
    {
        await GrowAsync(Key, 0, "all, in vain");
        await Staging.PromoteAsync(Key, Ct);

        await GrowAsync(Key, 3, " again");

        Assert.Equal("all again", await PromoteAndReadAsync());
    }

    [Fact]
    public async Task Nothing_becomes_no_blob() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => Staging.PromoteAsync("originals/0a/none", Ct));

    [Fact]
    public async Task What_grows_is_listed_with_the_blobs_and_deleted_as_one()
    {
        await GrowAsync(Key, 0, "half");

        var listed = new List<string>();
        await foreach (var blob in Blobs.ListAsync("originals/", Ct))
        {
            listed.Add(blob.Key);
        }

        Assert.Equal(Key, Assert.Single(listed));
        Assert.True(await Blobs.DeleteAsync(Key, Ct));
        Assert.Equal(0, await Staging.LengthAsync(Key, Ct));
        Assert.False(await Blobs.DeleteAsync(Key, Ct));
    }

    [Theory, InlineData(""), InlineData("/etc/passwd"), InlineData("originals/../../secret"), InlineData("originals/Beach")]
    public async Task A_key_that_is_not_ours_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Staging.AppendAsync(key, 0, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Staging.LengthAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Staging.PromoteAsync(key, Ct));
    }

    private protected async Task GrowAsync(string key, long offset, string text)
    {
        await using var writer = await Staging.AppendAsync(key, offset, Ct);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text), Ct);
        await writer.CommitAsync(Ct);
    }

    private async Task<string> PromoteAndReadAsync()
    {
        await Staging.PromoteAsync(Key, Ct);
        await using var stream = (await Blobs.OpenReadAsync(Key, Ct))!;
        return await new StreamReader(stream).ReadToEndAsync(Ct);
    }
}
