using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Accounts;

public sealed class TokenTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_token_is_shown_once_and_kept_as_its_hash()
    {
        var (id, text) = await app.Owner.MakeTokenAsync("write");

        Assert.StartsWith("mgp_", text, StringComparison.Ordinal);
        Assert.Equal(47, text.Length);
        Assert.DoesNotContain(text, await app.Owner.Http.GetStringAsync("/api/tokens"), StringComparison.Ordinal);
        var kept = await app.InDatabaseAsync(db => db.AccessTokens.SingleAsync(token => token.Id == id));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), kept.Hash);
    }

    [Fact]
    public async Task A_list_tells_name_scope_and_last_use()
    {
        var (id, text) = await app.Owner.MakeTokenAsync("read");
        var unused = await FindAsync(id);
        Assert.Equal(("for a test", "read"), (unused.GetProperty("name").GetString(), unused.GetProperty("scope").GetString()));
        Assert.Null(unused.GetProperty("lastUsedAt").GetString());

        await app.NewVisitor(text).GetJsonAsync("/api/session");

        // Noted behind the request, which does not wait for it.
        var noted = await ApiUser.WaitForAsync(() => FindAsync(id), token => token.GetProperty("lastUsedAt").GetString() is not null);
        var used = noted.GetProperty("lastUsedAt").GetDateTime();
        Assert.InRange(used, unused.GetProperty("createdAt").GetDateTime(), unused.GetProperty("createdAt").GetDateTime().AddMinutes(2));
    }

    [Fact]
    public async Task A_token_that_may_only_read_changes_nothing()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        var reader = app.NewVisitor((await app.Owner.MakeTokenAsync("read")).Text);
        await reader.GetJsonAsync("/api/assets");
        await reader.GetJsonAsync(asset);

        using var upload = await new TusClient(reader.Http).CreateAsync(100, "a.jpg");
        using var delete = await reader.Http.DeleteAsync(asset);
        using var retry = await reader.Http.PostAsync(asset + "/retry", null);
        // Nor does it send this server to an address that it names.
        using var look = await reader.Http.PostAsJsonAsync("/api/imports/probe", new { url = "https://example.org/a.jpg" });

        foreach (var answer in new[] { upload, delete, retry, look })
        {
            var problem = await answer.ShouldBeProblemAsync(403, "token-is-read-only");
            Assert.Equal("This token may only read. Make one with the scope write.", problem.Sentence());
        }

        await app.Owner.GetJsonAsync(asset);
    }

    [Fact]
    public async Task A_token_that_may_only_read_downloads_many_at_once()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        var reader = app.NewVisitor((await app.Owner.MakeTokenAsync("read")).Text);

        using var answer = await reader.Http.PostAsJsonAsync("/api/assets/zip", new { assetIds = new[] { asset.Split('/')[^1] } });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_for_one_group_sees_no_other()
    {
        var other = await app.AddGroupAsync("Other");
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.webp"));
        var program = app.NewVisitor((await app.Owner.MakeTokenAsync("write", other)).Text);

        var session = await program.GetJsonAsync("/api/session");
        using var foreignAsset = await program.Http.GetAsync(asset);
        using var foreignList = await program.Http.GetAsync($"/api/assets?group={await app.MainGroupAsync()}");
        using var foreignUpload = await new TusClient(program.Http).CreateAsync(100, "a.jpg", $"{await app.MainGroupAsync()}");

        Assert.Equal(other, Assert.Single(session.GetProperty("groups").EnumerateArray()).GetProperty("id").GetGuid());
        await foreignAsset.ShouldBeProblemAsync(404, "not-found");
        await foreignList.ShouldBeProblemAsync(404, "not-found");
        await foreignUpload.ShouldBeProblemAsync(404, "not-found");
        Assert.Empty((await program.GetJsonAsync("/api/assets")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_revoked_token_stops_at_once()
    {
        var (id, text) = await app.Owner.MakeTokenAsync("read");
        var program = app.NewVisitor(text);
        await program.GetJsonAsync("/api/session");

        using var revoked = await app.Owner.Http.DeleteAsync($"/api/tokens/{id}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await (await program.Http.GetAsync("/api/session")).ShouldBeProblemAsync(401, "signed-out");
        await (await app.Owner.Http.DeleteAsync($"/api/tokens/{id}")).ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_token_cannot_make_list_or_revoke_tokens()
    {
        var (id, text) = await app.Owner.MakeTokenAsync("write");
        var program = app.NewVisitor(text);

        using var make = await program.Http.PostAsJsonAsync("/api/tokens", new { name = "more", scope = "write" });
        using var list = await program.Http.GetAsync("/api/tokens");
        using var revoke = await program.Http.DeleteAsync($"/api/tokens/{id}");

        foreach (var answer in new[] { make, list, revoke })
        {
            await answer.ShouldBeProblemAsync(403, "session-needed");
        }

        await program.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task A_token_ends_none_of_its_persons_sessions()
    {
        var program = app.NewVisitor((await app.Owner.MakeTokenAsync("read")).Text);

        using var answer = await program.Http.DeleteAsync("/api/session?everywhere=true");

        await app.Owner.GetJsonAsync("/api/session");
        await program.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task Somebody_elses_token_is_not_there()
    {
        var (id, _) = await app.Owner.MakeTokenAsync("read");
        var member = await app.AddMemberAsync(GroupRole.Editor);

        using var answer = await member.Http.DeleteAsync($"/api/tokens/{id}");

        await answer.ShouldBeProblemAsync(404, "not-found");
        Assert.Empty((await member.GetJsonAsync("/api/tokens")).GetProperty("items").EnumerateArray());
        await FindAsync(id);
    }

    [Theory]
    [InlineData("Bearer mgp_wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic b3duZXI6cGFzcw==")]
    public async Task What_is_no_token_of_ours_is_signed_out_even_beside_a_cookie(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var answer = await app.Owner.Http.SendAsync(request);

        await answer.ShouldBeProblemAsync(401, "signed-out");
    }

    [Fact]
    public async Task A_token_without_a_scope_may_only_read()
    {
        using var made = await app.Owner.Http.PostAsJsonAsync("/api/tokens", new { name = "a" });

        Assert.Equal("read", (await made.ReadJsonAsync()).GetProperty("scope").GetString());
    }

    [Fact]
    public async Task A_token_needs_a_name_and_a_scope_and_a_group_that_are_there()
    {
        using var nameless = await app.Owner.Http.PostAsJsonAsync("/api/tokens", new { name = " ", scope = "read" });
        using var unknown = await app.Owner.Http.PostAsJsonAsync("/api/tokens", new { name = "a", scope = "everything" });
        using var foreign = await app.Owner.Http.PostAsJsonAsync(
            "/api/tokens",
            new
            {
                name = "a",
                scope = "read",
                groupId = Guid.NewGuid(),
            }
        );

        Assert.True((await nameless.ShouldBeProblemAsync(400, "invalid-request")).GetProperty("errors").TryGetProperty("name", out _));
        await unknown.ShouldBeProblemAsync(400, "invalid-request");
        await foreign.ShouldBeProblemAsync(404, "not-found");
    }

    private async Task<System.Text.Json.JsonElement> FindAsync(Guid id) =>
        (await app.Owner.GetJsonAsync("/api/tokens"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(token => token.GetProperty("id").GetGuid() == id);
}
