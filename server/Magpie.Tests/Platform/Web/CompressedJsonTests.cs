using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web;

/// <summary>Lists go out packed; what holds a secret never does, so that its size tells nobody what is in it.</summary>
public sealed class CompressedJsonTests(CompressedJsonTests.FilledApp app) : IClassFixture<CompressedJsonTests.FilledApp>
{
    [Theory]
    [InlineData("/api/assets")]
    [InlineData("/api/assets?q=no such name")]
    [InlineData("/api/assets/summary")]
    [InlineData("/api/labels")]
    [InlineData("/api/surfaces")]
    [InlineData("/api/posts")]
    [InlineData("/api/profiles")]
    public async Task A_list_is_the_same_packed_or_not_and_packed_only_where_it_is_worth_it(string address)
    {
        var (plain, size) = await AskAsync(address, "identity", "");
        var isLarge = size > 1_400;
        var sizes = new List<long>();
        foreach (var coding in (string[])["gzip", "br"])
        {
            var (text, packed) = await AskAsync(address, coding, isLarge ? coding : "");
            Assert.Equal(plain, text);
            Assert.True(!isLarge || packed < size / 2, $"{address}: {packed} of {size} bytes, {coding}");
            sizes.Add(packed);
        }

        // Brotli begins anew with whatever it is given at once: small pieces make twice the bytes.
        Assert.InRange(sizes[1], 0, sizes[0] * 1.1);
    }

    [Fact]
    public async Task The_list_of_a_library_is_large_enough_to_be_packed() =>
        Assert.True((await AskAsync("/api/assets", "identity", "")).Size > 14_000);

    [Fact]
    public async Task What_holds_a_secret_is_never_packed()
    {
        string[] addresses =
        [
            "/api/session",
            "/api/tokens",
            "/api/setup",
            app.Asset,
            $"/api/posts/{app.Post}",
            "/api/imports",
            $"{app.Asset}/original",
            "/api/events",
            "/health/ready",
        ];
        foreach (var address in addresses)
        {
            using var answer = await SendAsync(HttpMethod.Get, address, "br, gzip");
            Assert.True(answer.IsSuccessStatusCode, address);
            Assert.True(answer.Header("Content-Encoding") is "" or "identity", address);
        }

        using var link = await SendAsync(HttpMethod.Post, $"{app.Asset}/link", "br, gzip");
        Assert.Equal("", link.Header("Content-Encoding"));
        using var token = await SendAsync(HttpMethod.Post, "/api/tokens", "br, gzip", new { name = new string('t', 90), scope = "read" });
        Assert.Equal("", token.Header("Content-Encoding"));
    }

    [Fact]
    public async Task A_list_says_that_there_is_a_public_link_and_only_the_asset_itself_where_to()
    {
        using var link = await SendAsync(HttpMethod.Post, $"{app.Asset}/link", null);
        var path = new Uri((await link.ReadJsonAsync()).GetProperty("url").GetString()!).AbsolutePath;
        var token = path.Split('/')[2];

        var (list, _) = await AskAsync("/api/assets?limit=200", "br", "br");
        Assert.DoesNotContain(token, list, StringComparison.Ordinal);
        var line = JsonDocument
            .Parse(list)
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(item => app.Asset.EndsWith(item.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.True(line.GetProperty("hasLink").GetBoolean());
        Assert.Empty(line.EnumerateObject().Select(property => property.Name).Intersect(["publicPath", "sourceUrl"]));
        Assert.Equal(path, (await app.Owner.GetJsonAsync(app.Asset)).GetProperty("publicPath").GetString());
    }

    [Fact]
    public async Task A_refusal_of_a_list_is_a_problem_as_ever()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/api/assets?cursor=nonsense", "br");

        await answer.ShouldBeProblemAsync(400, "cursor");
    }

    private async Task<(string Text, long Size)> AskAsync(string address, string accepted, string coding)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, accepted);
        Assert.Equal(
            (coding, "application/json; charset=utf-8"),
            (answer.Header("Content-Encoding"), answer.Content.Headers.ContentType?.ToString())
        );
        Assert.Equal(accepted is "identity" ? "" : "Accept-Encoding", answer.Header("Vary"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        await using var stream = Unpacking.Of(coding, new MemoryStream(bytes));
        return (await new StreamReader(stream).ReadToEndAsync(), bytes.Length);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? accepted, object? body = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        return app.Owner.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public sealed class FilledApp : TestApp
    {
        public string Asset { get; private set; } = "";

        public Guid Post { get; private set; }

        protected override async Task PrepareAsync()
        {
            await base.PrepareAsync();
            for (var number = 0; number < 30; number++)
            {
                Asset = await Owner.UploadAsync(FreeMedia.PathOf("still.gif"), $"picture number {number}.gif");
            }

            await ApiUser.WaitUntilNoneIsLeftAsync(async () =>
                (await Owner.GetJsonAsync("/api/assets?status=processing")).GetProperty("items").GetArrayLength()
            );
            var profile = await Owner.Http.PostAsJsonAsync(
                "/api/profiles",
                new
                {
                    network = "instagram",
                    handle = "packed",
                    timeZone = "Europe/Berlin",
                }
            );
            var post = await Owner.Http.PostAsJsonAsync(
                "/api/posts",
                new { profileId = (await profile.ReadJsonAsync()).GetProperty("id").GetGuid(), caption = "Packed" }
            );
            Post = (await post.ReadJsonAsync()).GetProperty("id").GetGuid();
        }
    }
}
