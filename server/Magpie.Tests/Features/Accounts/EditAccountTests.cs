using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class EditAccountTests(ProxiedApp app) : IClassFixture<ProxiedApp>
{
    [Fact]
    public async Task A_language_is_kept_on_the_account_for_every_device()
    {
        var (laptop, phone) = (await SignedInAsync(), await SignedInAsync());

        Assert.Equal(HttpStatusCode.NoContent, await EditAsync(laptop, new { language = "pt-BR" }));
        Assert.Equal("pt-BR", await LanguageOfAsync(phone));

        Assert.Equal(HttpStatusCode.NoContent, await EditAsync(laptop, new { }));
        Assert.Equal("pt-BR", await LanguageOfAsync(phone));

        Assert.Equal(HttpStatusCode.NoContent, await EditAsync(phone, new { language = (string?)null }));
        Assert.Null(await LanguageOfAsync(laptop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("German")]
    [InlineData("de_DE")]
    [InlineData("de\n")]
    [InlineData("de-xxxxxxxx-xxxxxxxx-xxxxxxxx-xxxxxxxx")]
    public async Task What_is_no_language_tag_is_refused(string language)
    {
        var member = await SignedInAsync();

        using var answer = await member.Http.PatchAsJsonAsync("/api/account", new { language });

        var problem = await answer.ShouldBeProblemAsync(400, "invalid-request");
        Assert.True(problem.GetProperty("errors").TryGetProperty("language", out _));
        Assert.Null(await LanguageOfAsync(member));
    }

    [Fact]
    public async Task A_token_may_not_change_the_account()
    {
        var (_, token) = await (await SignedInAsync()).MakeTokenAsync("write");
        var program = new ApiUser(app.NewVisitor().Http.BaseAddress!, token);

        using var answer = await program.Http.PatchAsJsonAsync("/api/account", new { language = "de" });

        await answer.ShouldBeProblemAsync(403, "session-needed");
    }

    private static async Task<HttpStatusCode> EditAsync(ApiUser member, object change)
    {
        using var answer = await member.Http.PatchAsJsonAsync("/api/account", change);
        return answer.StatusCode;
    }

    private static async Task<string?> LanguageOfAsync(ApiUser member) =>
        (await member.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("language").GetString();

    private async Task<ApiUser> SignedInAsync()
    {
        var member = app.NewVisitor();
        using var answer = await member.SignInAsync(app.Owner.Email);
        Assert.True(answer.IsSuccessStatusCode);
        return member;
    }
}
