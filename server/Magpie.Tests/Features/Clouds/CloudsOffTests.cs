using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Clouds;

/// <summary>A server whose operator has registered it nowhere.</summary>
public sealed class CloudsOffTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("dropbox", "Dropbox is not set up on this server. Ask whoever runs Magpie.")]
    [InlineData("googleDrive", "Google Drive is not set up on this server. Ask whoever runs Magpie.")]
    public async Task Without_a_client_id_nobody_connects_and_everybody_is_told_why(string provider, string sentence)
    {
        Assert.Equal("notConfigured", (await app.Owner.StateAsync(provider)).Status);
        foreach (
            var answer in (HttpResponseMessage[])
                [
                    await app.Owner.Http.PostAsync($"/api/clouds/{provider}/connect", null),
                    await app.Owner.BrowseAsync(provider),
                    await app.Owner.PickAsync(provider, (provider is "dropbox" ? "id:a" : "a", "a.jpg")),
                ]
        )
        {
            Assert.Equal(sentence, (await answer.ShouldBeProblemAsync(409, "cloud-not-configured")).Sentence());
        }
    }

    [Theory]
    [InlineData("TokenAddress", "http://dropbox.example/token", "is no address that begins with https://.")]
    [InlineData("ContentAddress", "http://dropbox.example/2/", "is no address that begins with https://.")]
    [InlineData("ContentAddress", "https://dropbox.example/2", "must end with /.")]
    public async Task An_address_that_will_not_do_stops_the_start(string key, string address, string fault)
    {
        var (exitCode, log) = await ServerProcess.RunToItsEndAsync(($"Magpie__Imports__Dropbox__{key}", address));
        Assert.Equal((1, $"magpie: Magpie:Imports:Dropbox:{key}: '{address}' {fault}"), (exitCode, log));
    }
}
