using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class SignInTests(ProxiedApp app) : IClassFixture<ProxiedApp>
{
    [Fact]
    public async Task Who_signs_in_is_known_until_they_sign_out()
    {
        var visitor = app.NewVisitor();
        await ShouldBeSignedOutAsync(visitor);

        using var signedIn = await visitor.SignInAsync(app.Owner.Email);

        Assert.Equal("Olga", (await signedIn.ReadJsonAsync()).GetProperty("user").GetProperty("name").GetString());
        Assert.Equal("Olga", (await visitor.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.Http.DeleteAsync("/api/session")).StatusCode);
        await ShouldBeSignedOutAsync(visitor);
    }

    [Fact]
    public async Task Signing_out_leaves_my_other_sessions_alone()
    {
        var (laptop, phone) = (await SignedInAsync(), await SignedInAsync());

        await laptop.Http.DeleteAsync("/api/session");

        await phone.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_my_other_sessions_at_once()
    {
        var (laptop, phone) = (await SignedInAsync(), await SignedInAsync());

        using var answer = await laptop.Http.DeleteAsync("/api/session?everywhere=true");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await ShouldBeSignedOutAsync(phone);
        await ShouldBeSignedOutAsync(laptop);
    }

    [Fact]
    public async Task A_stranger_and_a_wrong_password_get_the_same_sentence()
    {
        using var wrong = await app.NewVisitor().SignInAsync(app.Owner.Email, "not the password");
        using var stranger = await app.NewVisitor().SignInAsync("nobody@example.org");

        var problem = await wrong.ShouldBeProblemAsync(401, "wrong-credentials");
        Assert.Equal(problem.Sentence(), (await stranger.ShouldBeProblemAsync(401, "wrong-credentials")).Sentence());
        await (await SignedInAsync()).GetJsonAsync("/api/session");
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\uFFFE")]
    [InlineData("")]
    public async Task An_address_that_cannot_be_is_named(string email)
    {
        using var answer = await app.NewVisitor().SignInAsync(email);

        var problem = await answer.ShouldBeProblemAsync(400, "invalid-request");
        Assert.True(problem.GetProperty("errors").TryGetProperty("email", out _));
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        using var answer = await app.NewVisitor().Http.PostAsJsonAsync("/api/session", new { email = app.Owner.Email });

        var problem = await answer.ShouldBeProblemAsync(400, "invalid-request");
        Assert.Contains("password", problem.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Five_wrong_passwords_make_an_address_wait_and_nobody_else()
    {
        var (owner, visitor) = (await app.AddOwnerAsync(), app.NewVisitor());
        for (var tries = 0; tries < 4; tries++)
        {
            await (await visitor.SignInAsync(owner.Email, "not the password")).ShouldBeProblemAsync(401, "wrong-credentials");
        }

        // However it is written, it is the same account.
        using var fifth = await visitor.SignInAsync(owner.Email.ToUpperInvariant(), "not the password");
        using var right = await visitor.SignInAsync(owner.Email);

        foreach (var answer in new[] { fifth, right })
        {
            var problem = await answer.ShouldBeProblemAsync(429, "locked-out");
            Assert.Equal("Too many wrong passwords. Try again in 5 minutes.", problem.Sentence());
            Assert.InRange(problem.GetProperty("retryAfterSeconds").GetInt32(), 240, 300);
        }

        await owner.GetJsonAsync("/api/session"); // Who is in stays in: else anyone could throw them out.
        using var elsewhere = await From("203.0.113.7").SignInAsync(owner.Email);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_has_signed_in_before_passes_whatever_strangers_do()
    {
        var owner = await app.AddOwnerAsync();
        await owner.Http.DeleteAsync("/api/session");
        foreach (var address in Enumerable.Range(1, 10))
        {
            var stranger = From($"203.0.113.{address}");
            for (var tries = 0; tries < 5; tries++)
            {
                await stranger.SignInAsync(owner.Email, "not the password");
            }
        }

        await (await From("203.0.113.99").SignInAsync(owner.Email)).ShouldBeProblemAsync(429, "locked-out");
        using var back = await owner.SignInAsync(owner.Email);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task A_known_browser_has_tries_of_its_own_and_is_known_to_its_own_accounts_only()
    {
        var owner = await app.AddOwnerAsync();
        var (own, other) = (owner.Email, (await app.AddOwnerAsync()).Email);
        for (var tries = 0; tries < 4; tries++)
        {
            await (await owner.SignInAsync(own, "not the password")).ShouldBeProblemAsync(401, "wrong-credentials");
            await (await app.NewVisitor().SignInAsync(other, "not the password")).ShouldBeProblemAsync(401, "wrong-credentials");
        }

        // The fifth wrong one of the browser, and the fifth for the other account from this address.
        await (await owner.SignInAsync(own, "not the password")).ShouldBeProblemAsync(429, "locked-out");
        await (await owner.SignInAsync(other, "not the password")).ShouldBeProblemAsync(429, "locked-out");
        using var elsewhere = await app.NewVisitor().SignInAsync(own);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_addresses_of_an_IPv6_network_wait_together()
    {
        var owner = await app.AddOwnerAsync();
        for (var tries = 1; tries <= 4; tries++)
        {
            await (await From($"2001:db8:5:6::{tries}").SignInAsync(owner.Email, "not the password")).ShouldBeProblemAsync(
                401,
                "wrong-credentials"
            );
        }

        await (await From("2001:db8:5:6::5").SignInAsync(owner.Email, "not the password")).ShouldBeProblemAsync(429, "locked-out");
        await (await From("2001:db8:5:6:ffff::1").SignInAsync(owner.Email)).ShouldBeProblemAsync(429, "locked-out");
        using var neighbour = await From("2001:db8:5:7::1").SignInAsync(owner.Email);
        Assert.Equal(HttpStatusCode.OK, neighbour.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_two_people_share_is_known_to_both()
    {
        var (first, second, browser) = (await app.AddOwnerAsync(), await app.AddOwnerAsync(), From("203.0.113.50"));
        foreach (var owner in new[] { first, second })
        {
            using var signedIn = await browser.SignInAsync(owner.Email);
            Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        }

        for (var tries = 0; tries < 5; tries++)
        {
            await From("203.0.113.50").SignInAsync(first.Email, "not the password");
        }

        using var back = await browser.SignInAsync(first.Email);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_makes_no_browser_known()
    {
        var owner = await app.AddOwnerAsync();
        await owner.Http.DeleteAsync("/api/session?everywhere=true");
        var stranger = app.NewVisitor();
        for (var tries = 0; tries < 5; tries++)
        {
            await stranger.SignInAsync(owner.Email, "not the password");
        }

        await (await owner.SignInAsync(owner.Email)).ShouldBeProblemAsync(429, "locked-out");
    }

    [Fact]
    public async Task That_a_browser_is_known_cannot_be_made_up()
    {
        var owner = await app.AddOwnerAsync();
        var stranger = app.NewVisitor();
        for (var tries = 0; tries < 5; tries++)
        {
            await stranger.SignInAsync(owner.Email, "not the password");
        }

        stranger.Http.DefaultRequestHeaders.Add("Cookie", "magpie-browser=CfDJ8made-up");

        await (await stranger.SignInAsync(owner.Email)).ShouldBeProblemAsync(429, "locked-out");
    }

    private ApiUser From(string address)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    private async Task<ApiUser> SignedInAsync()
    {
        var visitor = app.NewVisitor();
        using var answer = await visitor.SignInAsync(app.Owner.Email);
        answer.EnsureSuccessStatusCode();
        return visitor;
    }

    private static async Task ShouldBeSignedOutAsync(ApiUser visitor)
    {
        using var answer = await visitor.Http.GetAsync("/api/session");
        var problem = await answer.ShouldBeProblemAsync(401, "signed-out");
        Assert.Equal("You are signed out. Sign in and try again.", problem.Sentence());
    }
}
