using System.Text;

namespace Magpie.Tests.Platform.Storage;

/// <summary>The half about blobs that grow over several requests.</summary>
public abstract partial class BlobStoreContract
{
    private const string Growing = "incoming/0a/upload";

    [Fact]
    public async Task A_blob_grows_from_where_it_ended()
    {
        await GrowAsync(Growing, 0, "one ");
        await GrowAsync(Growing, 4, "two ");
        await GrowAsync(Growing, 8, "three");

        Assert.Equal(13, await Store.GrownToAsync(Growing, Ct));
        Assert.Equal("one two three", await SettledAsync());
    }

    [Fact]
    public async Task What_lies_beyond_the_place_where_it_goes_on_is_cut_off()
    {
        await GrowAsync(Growing, 0, "promised, and never promised");
        await GrowAsync(Growing, 8, ".");

        Assert.Equal("promised.", await SettledAsync());
    }

    [Fact]
    public async Task What_was_written_stays_without_a_commit()
    {
        await using (var writer = await Store.ContinueAsync(Growing, 0, Ct))
        {
            await writer.WriteAsync("half"u8.ToArray(), Ct);
        }

        Assert.Equal(4, await Store.GrownToAsync(Growing, Ct));
    }

    [Fact]
    public async Task Nothing_goes_on_where_there_is_a_gap_and_nothing_is_made_by_trying()
    {
        await GrowAsync("incoming/0b/short", 0, "12345");

        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.ContinueAsync("incoming/0b/short", 6, Ct));
        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.ContinueAsync(Growing, 1, Ct));

        Assert.Equal(5, await Store.GrownToAsync("incoming/0b/short", Ct));
        Assert.Equal(0, await Store.GrownToAsync(Growing, Ct));
    }

    [Fact]
    public async Task A_settled_blob_outlives_what_grew_and_may_be_settled_again()
    {
        await GrowAsync(Growing, 0, "bytes");

        await Store.SettleAsync(Growing, Key, Ct);
        await Store.SettleAsync(Growing, Key, Ct);
        Assert.True(await Store.DeleteAsync(Growing, Ct));

        Assert.Equal("bytes", await ReadAsync(Key));
        Assert.Equal(0, await Store.GrownToAsync(Growing, Ct));
    }

    [Fact]
    public async Task Settling_what_never_grew_fails_and_leaves_nothing()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.SettleAsync(Growing, Key, Ct));

        Assert.Null(await ReadAsync(Key));
        Assert.Empty(await ListAsync("originals/"));
    }

    private protected async Task GrowAsync(string key, long offset, string text)
    {
        await using var writer = await Store.ContinueAsync(key, offset, Ct);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text), Ct);
        await writer.CommitAsync(Ct);
    }

    private async Task<string?> SettledAsync()
    {
        await Store.SettleAsync(Growing, Key, Ct);
        return await ReadAsync(Key);
    }
}
