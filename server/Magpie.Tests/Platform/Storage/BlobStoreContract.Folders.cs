namespace Magpie.Tests.Platform.Storage;

/// <summary>The half about folders, and about names that are none of ours.</summary>
public abstract partial class BlobStoreContract
{
    [Fact]
    public async Task Deleting_a_folder_takes_all_below_it_and_nothing_beside_it()
    {
        await WriteAsync("renditions/aa/1/thumb", "x");
        await WriteAsync("renditions/aa/1/deeper/poster", "x");
        await WriteAsync("renditions/aa/11/thumb", "x");

        await Store.DeleteFolderAsync("renditions/aa/1/", Ct);
        await Store.DeleteFolderAsync("renditions/aa/1/", Ct);
        await Store.DeleteFolderAsync("renditions/never/", Ct);

        Assert.Equal("renditions/aa/11/thumb", Assert.Single(await ListAsync("renditions/")).Key);
    }

    [Fact]
    public async Task A_folder_that_several_delete_at_once_is_gone_for_all_of_them()
    {
        for (var round = 0; round < 5; round++)
        {
            for (var n = 0; n < 60; n++)
            {
                await WriteAsync($"renditions/aa/{n}/thumb", "x");
            }

            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.DeleteFolderAsync("renditions/aa/", Ct), Ct)));

            Assert.Empty(await ListAsync("renditions/"));
        }
    }

    [Fact]
    public async Task A_list_names_every_blob_below_a_folder_with_its_size_and_time()
    {
        await WriteAsync("renditions/aa/1/thumb", "four");
        await WriteAsync("renditions/bb/2/poster", "sixsix");
        await WriteAsync("originals/aa/1", "x");

        var found = await ListAsync("renditions/");

        Assert.Equal([("renditions/aa/1/thumb", 4L), ("renditions/bb/2/poster", 6L)], found.Select(blob => (blob.Key, blob.Bytes)).Order());
        Assert.All(
            found,
            blob =>
                Assert.InRange(
                    DateTime.SpecifyKind(blob.WrittenAt, DateTimeKind.Utc),
                    TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5),
                    TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5)
                )
        );
        Assert.Empty(await ListAsync("never/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("originals/../../secret")]
    [InlineData("originals/./a")]
    [InlineData("originals//a")]
    [InlineData("originals/a/")]
    [InlineData("originals/Beach")]
    [InlineData("originals/a b")]
    [InlineData("originals\\a")]
    [InlineData("originals/ü")]
    [InlineData("originals/a\0b")]
    public async Task A_key_that_is_not_ours_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenReadAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CopyToFileAsync(key, "/dev/null", Ct));
    }

    [Theory, InlineData(""), InlineData("/"), InlineData("../"), InlineData("originals/../"), InlineData("originals")]
    public async Task A_folder_that_is_not_ours_is_refused(string prefix)
    {
        await WriteAsync("originals-too/a", "x");

        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteFolderAsync(prefix, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(prefix));

        Assert.Equal("x", await ReadAsync("originals-too/a"));
    }
}
