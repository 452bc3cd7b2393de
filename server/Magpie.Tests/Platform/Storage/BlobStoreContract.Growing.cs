using System.Text;

namespace Magpie.Tests.Platform.Storage;

/// <summary>The half about blobs that grow over several requests.</summary>
public abstract partial class BlobStoreContract
{
    private const string Growing = "originals/0a/upload";

    [Fact]
    public async Task A_blob_grows_from_where_it_ended()
    {
        await GrowAsync(Growing, 0, "one ");
        await GrowAsync(Growing, 4, "two ");
        await GrowAsync(Growing, 8, "three");

        Assert.Equal(13, await Store.LengthAsync(Growing, Ct));
        Assert.Equal("one two three", await ReadAsync(Growing));
    }

    [Fact]
    public async Task What_lies_beyond_the_place_where_it_goes_on_is_cut_off()
    {
        await GrowAsync(Growing, 0, "promised, and never promised");
        await GrowAsync(Growing, 8, ".");

        Assert.Equal("promised.", await ReadAsync(Growing));
    }

    [Fact]
    public async Task What_was_written_stays_without_a_commit()
    {
        await using (var writer = await Store.AppendAsync(Growing, 0, Ct))
        {
            await writer.WriteAsync("half"u8.ToArray(), Ct);
        }

        Assert.Equal(4, await Store.LengthAsync(Growing, Ct));
    }

    [Fact]
    public async Task Nothing_goes_on_where_there_is_a_gap_and_nothing_is_made_by_trying()
    {
        await GrowAsync("originals/0b/short", 0, "12345");

        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.AppendAsync("originals/0b/short", 6, Ct));
        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.AppendAsync(Growing, 1, Ct));

        Assert.Equal(5, await Store.LengthAsync("originals/0b/short", Ct));
        Assert.Equal(0, await Store.LengthAsync(Growing, Ct));
    }

    private protected async Task GrowAsync(string key, long offset, string text)
    {
        await using var writer = await Store.AppendAsync(key, offset, Ct);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text), Ct);
        await writer.CommitAsync(Ct);
    }
}
