using System.Net;
using System.Text;
using Magpie.Model.Imports;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Clouds;

[Collection<CloudTests>]
public sealed class ConnectTests(CloudApp app)
{
    [Theory]
    [InlineData("dropbox", "olga@dropbox.example")]
    [InlineData("googleDrive", "olga@google.example")]
    public async Task A_member_connects_sees_their_account_and_disconnects_here_and_there(string provider, string account)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        Assert.Equal(("notConnected", null), await member.StateAsync(provider));
        Assert.Equal("connected", await member.ConnectAsync(provider));
        Assert.Equal(("connected", account), await member.StateAsync(provider));
        Assert.True(app[provider].Grants.IsGranted);
        Assert.Equal(("notConnected", null), await (await app.AddMemberAsync(GroupRole.Editor)).StateAsync(provider));

        using var gone = await member.Http.DeleteAsync($"/api/clouds/{provider}");
        Assert.True((await gone.ReadJsonAsync()).GetProperty("revoked").GetBoolean());
        Assert.Equal(("notConnected", null), await member.StateAsync(provider));
        await (await member.BrowseAsync(provider)).ShouldBeProblemAsync(409, "cloud-not-connected");
    }

    [Theory]
    [InlineData("dropbox", "token_access_type=offline", "scope=account_info.read files.metadata.read files.content.read")]
    [InlineData("googleDrive", "access_type=offline", "prompt=consent", "scope=https://www.googleapis.com/auth/drive.readonly")]
    public async Task The_provider_is_asked_to_read_only_and_for_long_and_told_where_to_send_back(string provider, params string[] asked)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        await member.SetOutAsync(provider);
        var told = app[provider].Grants.LastAsked;
        Assert.All(
            asked,
            one =>
                Assert.Equal(
                    one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..],
                    told[one[..one.IndexOf('=', StringComparison.Ordinal)]]
                )
        );
        Assert.Equal(new Uri(app.Address, $"/api/clouds/{provider}/callback").AbsoluteUri, told["redirect_uri"]);
        Assert.Equal("S256", told["code_challenge_method"]);
    }

    [Fact]
    public async Task A_name_that_a_request_brings_is_never_where_the_provider_sends_back_to()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        member.Http.DefaultRequestHeaders.Host = "evil.example";

        using var answer = await member.Http.PostAsync("/api/clouds/dropbox/connect", null);

        await answer.ShouldBeProblemAsync(409, "public-address-unknown");
    }

    [Fact]
    public async Task Where_the_operator_has_named_the_public_address_it_is_that_however_one_came()
    {
        await using var named = await NewApp.StartAsync(
            ("Magpie:PublicUrl", "https://media.example.org"),
            ("Magpie:Imports:Dropbox:ClientId", "client")
        );
        var member = await named.AddOwnerAsync();
        member.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        using var answer = await member.Http.PostAsync("/api/clouds/dropbox/connect", null);

        var address = new Uri((await answer.ReadJsonAsync()).GetProperty("address").GetString()!);
        Assert.Equal("https://media.example.org/api/clouds/dropbox/callback", QueryHelpers.ParseQuery(address.Query)["redirect_uri"]);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task A_state_counts_once_for_its_member_its_provider_and_its_browser(string provider)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var other = await app.AddMemberAsync(GroupRole.Editor);
        var back = await member.SetOutAsync(provider);

        // Another member, who even has the cookie.
        var cookie = member.Cookies.GetCookies(back).Single(c => c.Name == "magpie-connect");
        Assert.True(cookie.HttpOnly);
        other.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        Assert.Equal("expired", await other.ComeBackAsync(back));
        Assert.Equal("notConnected", (await other.StateAsync(provider)).Status);

        // Somebody signed out; the same member in another browser; another state; another provider.
        Assert.Equal("expired", await app.NewVisitor().ComeBackAsync(back));
        Assert.Equal("expired", await (await SecondBrowserAsync(member)).ComeBackAsync(back));
        Assert.Equal("notConnected", (await member.StateAsync(provider)).Status);

        Assert.Equal("connected", await member.ComeBackAsync(back));
        member.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        Assert.Equal("expired", await member.ComeBackAsync(back));
        Assert.Equal("connected", (await member.StateAsync(provider)).Status);
    }

    [Fact]
    public async Task A_state_that_was_not_given_out_or_for_another_provider_counts_for_nothing()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var back = await member.SetOutAsync("dropbox");
        var cookie = member.Cookies.GetCookies(back).Single(c => c.Name == "magpie-connect");
        foreach (
            var wrong in (string[])
                [
                    $"/api/clouds/dropbox/callback?code=a&state={new string('a', 43)}",
                    "/api/clouds/dropbox/callback?code=a",
                    "/api/clouds/dropbox/callback",
                    "/api/clouds/googleDrive/callback" + back.Query,
                ]
        )
        {
            member.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, "/api/clouds", cookie.Domain));
            Assert.Equal("expired", await member.ComeBackAsync(new(app.Address, wrong)));
        }

        Assert.Equal("notConnected", (await member.StateAsync("dropbox")).Status);
        Assert.Equal("notConnected", (await member.StateAsync("googleDrive")).Status);
    }

    [Fact]
    public async Task A_way_that_took_longer_than_ten_minutes_ends_in_a_sentence()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var back = await member.SetOutAsync("dropbox");
        await app.InDatabaseAsync(db =>
            db.CloudSignIns.ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, s => DateTime.UnixEpoch))
        );
        Assert.Equal("expired", await member.ComeBackAsync(back));
    }

    [Fact]
    public async Task A_code_that_somebody_else_slips_in_is_worth_nothing()
    {
        var (member, thief) = (await app.AddMemberAsync(GroupRole.Editor), await app.AddMemberAsync(GroupRole.Editor));
        var back = await member.SetOutAsync("dropbox");
        var foreign = QueryHelpers.ParseQuery((await thief.SetOutAsync("dropbox")).Query)["code"].ToString();
        var mine = QueryHelpers.ParseQuery(back.Query);
        Assert.Equal(
            "failed",
            await member.ComeBackAsync(new(app.Address, $"/api/clouds/dropbox/callback?code={foreign}&state={mine["state"]}"))
        );
        Assert.Equal("notConnected", (await member.StateAsync("dropbox")).Status);
    }

    [Fact]
    public async Task Who_says_no_at_the_provider_or_leaves_out_the_permission_is_told_so()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var granted = app.Drive.Grants.Granted;
        try
        {
            app.Drive.Grants.Error = "access_denied";
            Assert.Equal("denied", await member.ConnectAsync("googleDrive"));
            app.Drive.Grants.Error = "server_error";
            Assert.Equal("failed", await member.ConnectAsync("googleDrive"));
            app.Drive.Grants.Error = null;
            app.Drive.Grants.Scope = "openid";
            Assert.Equal("denied", await member.ConnectAsync("googleDrive"));
        }
        finally
        {
            (app.Drive.Grants.Error, app.Drive.Grants.Scope) = (null, "https://www.googleapis.com/auth/drive.readonly");
        }

        Assert.Equal("notConnected", (await member.StateAsync("googleDrive")).Status);
        Assert.Equal(granted, app.Drive.Grants.Granted);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Another_account_takes_the_place_of_the_first_whose_permission_ends(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var granted = app[provider].Grants.Granted;
        try
        {
            app[provider].Account = "otto";
            Assert.Equal("connected", await member.ConnectAsync(provider));
        }
        finally
        {
            app[provider].Account = "olga";
        }

        Assert.StartsWith("otto@", (await member.StateAsync(provider)).Account, StringComparison.Ordinal);
        Assert.Equal(granted, app[provider].Grants.Granted);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task A_provider_that_takes_not_even_new_tokens_asks_to_connect_again(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        app[provider].Grants.TakesNone = true;
        try
        {
            await (await member.BrowseAsync(provider)).ShouldBeProblemAsync(409, "cloud-connect-again");
        }
        finally
        {
            app[provider].Grants.TakesNone = false;
        }

        Assert.Equal("ended", (await member.StateAsync(provider)).Status);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Tokens_are_renewed_before_they_end_and_once_for_all_who_ask(string provider)
    {
        var grants = app[provider].Grants;
        grants.LifetimeSeconds = 90;
        var member = await app.ConnectedAsync(provider);
        grants.LifetimeSeconds = 3600;
        var before = grants.Refreshes;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => member.BrowseAsync(provider)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, grants.Refreshes - before);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Tokens_that_the_provider_takes_no_more_are_renewed_once_for_all_who_ask(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var grants = app[provider].Grants;
        grants.EndAccess();
        var before = grants.Refreshes;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => member.BrowseAsync(provider)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, grants.Refreshes - before);
    }

    [Theory]
    [InlineData("dropbox", "Dropbox no longer lets Magpie read your files. Connect again.")]
    [InlineData("googleDrive", "Google Drive no longer lets Magpie read your files. Connect again.")]
    public async Task A_permission_that_was_taken_back_asks_to_connect_again_and_that_helps(string provider, string sentence)
    {
        var member = await app.ConnectedAsync(provider);
        app[provider].Grants.EndAll();
        Assert.Equal(sentence, (await (await member.BrowseAsync(provider)).ShouldBeProblemAsync(409, "cloud-connect-again")).Sentence());
        Assert.Equal("ended", (await member.StateAsync(provider)).Status);
        await (await member.PickAsync(provider, (app[provider].NewId(), "a.jpg"))).ShouldBeProblemAsync(409, "cloud-connect-again");
        Assert.Equal("connected", await member.ConnectAsync(provider));
        Assert.Equal(HttpStatusCode.OK, (await member.BrowseAsync(provider)).StatusCode);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Disconnecting_forgets_here_even_where_the_provider_does_not_answer(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        app[provider].CannotRevoke = true;
        try
        {
            using var gone = await member.Http.DeleteAsync($"/api/clouds/{provider}");
            Assert.False((await gone.ReadJsonAsync()).GetProperty("revoked").GetBoolean());
        }
        finally
        {
            app[provider].CannotRevoke = false;
        }

        Assert.Equal("notConnected", (await member.StateAsync(provider)).Status);
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task The_provider_hears_of_it_even_where_the_token_has_ended(string provider)
    {
        app[provider].Grants.EndAll();
        var member = await app.ConnectedAsync(provider);
        Assert.True(app[provider].Grants.IsGranted);
        app[provider].Grants.EndAccess();
        using var gone = await member.Http.DeleteAsync($"/api/clouds/{provider}");
        Assert.True((await gone.ReadJsonAsync()).GetProperty("revoked").GetBoolean());
        Assert.False(app[provider].Grants.IsGranted);
    }

    [Fact]
    public async Task No_token_lies_readable_in_the_database_and_none_opens_for_somebody_else()
    {
        var member = await app.ConnectedAsync("dropbox");
        var rows = await app.InDatabaseAsync(db => db.CloudConnections.AsNoTracking().ToListAsync());
        Assert.NotEmpty(rows);
        foreach (var secret in app.Dropbox.Grants.GivenOut.Concat(app.Drive.Grants.GivenOut))
        {
            Assert.All(rows, row => Assert.DoesNotContain(secret, row.Tokens ?? "", StringComparison.Ordinal));
            foreach (var file in Directory.EnumerateFiles(app.DataFolder, "*.db*"))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[open.Length];
                await open.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{secret} stands in {file}");
            }
        }

        // Their row, copied over another member's.
        var other = await app.ConnectedAsync("dropbox");
        var (mine, theirs) = (await IdOfAsync(member), await IdOfAsync(other));
        var stolen = await app.InDatabaseAsync(db =>
            db.CloudConnections.Where(c => c.UserId == mine && c.Provider == CloudProvider.Dropbox).Select(c => c.Tokens).SingleAsync()
        );
        await app.InDatabaseAsync(db =>
            db.CloudConnections.Where(c => c.UserId == theirs).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tokens, stolen))
        );
        Assert.Equal("ended", (await other.StateAsync("dropbox")).Status);
    }

    [Fact]
    public async Task A_token_of_the_api_opens_no_cloud()
    {
        var member = await app.ConnectedAsync("dropbox");
        var program = app.NewVisitor((await member.MakeTokenAsync("write")).Text);
        foreach (
            var answer in (HttpResponseMessage[])
                [
                    await program.Http.GetAsync("/api/clouds"),
                    await program.BrowseAsync("dropbox"),
                    await program.Http.DeleteAsync("/api/clouds/dropbox"),
                    await program.PickAsync("dropbox", (app.Dropbox.NewId(), "a.jpg")),
                ]
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.NewVisitor().Http.GetAsync("/api/clouds")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.Http.PostAsync("/api/clouds/elsewhere/connect", null)).StatusCode);
    }

    private static async Task<Guid> IdOfAsync(ApiUser visitor) =>
        (await visitor.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("id").GetGuid();

    /// <summary>The same session, without what only the browser has that set out.</summary>
    private async Task<ApiUser> SecondBrowserAsync(ApiUser member)
    {
        var second = app.NewVisitor();
        foreach (System.Net.Cookie cookie in member.Cookies.GetCookies(app.Address))
        {
            second.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        }

        await second.GetJsonAsync("/api/session");
        return second;
    }
}
