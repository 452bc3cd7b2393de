using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web;

public sealed class EnumNameTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task An_address_names_a_choice_as_the_answers_do()
    {
        var picture = await app.Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        var clip = await app.Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"));

        var images = await app.Owner.GetJsonAsync("/api/assets?kind=image&status=ready");
        var videos = await app.Owner.GetJsonAsync("/api/assets/summary?kind=video");

        Assert.Equal(
            picture.GetProperty("id").GetString(),
            Assert.Single(images.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()
        );
        Assert.Equal(1, videos.GetProperty("total").GetInt32());
        foreach (
            var rendition in picture.GetProperty("renditions").EnumerateArray().Concat(clip.GetProperty("renditions").EnumerateArray())
        )
        {
            using var answer = await app.Owner.Http.GetAsync(rendition.GetProperty("url").GetString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/assets?kind=sound")]
    [InlineData("/api/assets?kind=1")]
    [InlineData("/api/assets/summary?status=3")]
    public async Task What_is_no_choice_is_refused(string address)
    {
        using var answer = await app.Owner.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
