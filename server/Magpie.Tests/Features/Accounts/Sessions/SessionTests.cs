using System.Net;
using System.Text.Json;
using Magpie.Features.Accounts.Sessions;
using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Features.Accounts.Sessions;

public sealed class SessionTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string Chrome =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36";

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_whoever_has_a_copy_of_its_cookie()
    {
        var visitor = await SignedInAsync(app.Owner);
        var thief = app.NewVisitor();
        thief.Http.DefaultRequestHeaders.Add("Cookie", visitor.Cookies.GetCookieHeader(app.Address));
        await thief.GetJsonAsync("/api/session");

        using var answer = await visitor.Http.DeleteAsync("/api/session");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await ShouldBeSignedOutAsync(thief);
    }

    [Fact]
    public async Task A_list_tells_where_I_am_signed_in_and_which_of_them_this_is()
    {
        var owner = await app.AddOwnerAsync();
        var laptop = await SignedInAsync(owner, Chrome);

        var sessions = (await laptop.GetJsonAsync("/api/sessions")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(2, sessions.Count);
        var mine = sessions[0];
        Assert.Equal(
            ("Chrome on Windows", "password", true),
            (mine.GetProperty("device").GetString(), mine.GetProperty("origin").GetString(), mine.GetProperty("isCurrent").GetBoolean())
        );
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(mine.GetProperty("address").GetString()!)));
        Assert.Equal(mine.GetProperty("createdAt").GetDateTime(), mine.GetProperty("lastSeenAt").GetDateTime());
        Assert.False(sessions[1].GetProperty("isCurrent").GetBoolean());
    }

    [Fact]
    public async Task The_owner_s_first_session_began_with_the_setup()
    {
        await using var fresh = await NewApp.StartAsync();
        var owner = fresh.NewVisitor();
        using var answer = await owner.Http.PostAsync(
            "/api/setup",
            JsonOf(
                new
                {
                    email = TestApp.OwnerEmail,
                    password = TestApp.OwnerPassword,
                    name = "Olga",
                }
            )
        );
        answer.EnsureSuccessStatusCode();

        Assert.Equal("setup", (await owner.GetJsonAsync("/api/sessions")).GetProperty("items")[0].GetProperty("origin").GetString());
    }

    [Fact]
    public async Task Each_session_can_be_ended_and_its_next_request_is_refused()
    {
        var owner = await app.AddOwnerAsync();
        var (laptop, phone) = (await SignedInAsync(owner), await SignedInAsync(owner));

        using var answer = await laptop.Http.DeleteAsync($"/api/sessions/{await OwnIdAsync(phone)}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await ShouldBeSignedOutAsync(phone);
        await laptop.GetJsonAsync("/api/session");
        await owner.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task What_another_node_has_ended_is_ended_here()
    {
        var visitor = await SignedInAsync(app.Owner);
        var id = await OwnIdAsync(visitor);

        await app.InDatabaseAsync(db => db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync());

        await ShouldBeSignedOutAsync(visitor);
    }

    [Fact]
    public async Task Ending_all_others_leaves_mine()
    {
        var owner = await app.AddOwnerAsync();
        var (laptop, phone) = (await SignedInAsync(owner), await SignedInAsync(owner));

        using var answer = await laptop.Http.DeleteAsync("/api/sessions");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await ShouldBeSignedOutAsync(phone);
        await ShouldBeSignedOutAsync(owner);
        Assert.Equal(1, (await laptop.GetJsonAsync("/api/sessions")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_no_session()
    {
        var owner = await app.AddOwnerAsync();
        var (other, id) = (await SignedInAsync(owner), await UserIdAsync(owner));

        using var answer = await owner.Http.DeleteAsync("/api/session?everywhere=true");

        await ShouldBeSignedOutAsync(other);
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Sessions.CountAsync(s => s.UserId == id)));
    }

    [Fact]
    public async Task Somebody_elses_session_is_not_there()
    {
        var stranger = await app.AddStrangerAsync();

        using var answer = await app.Owner.Http.DeleteAsync($"/api/sessions/{await OwnIdAsync(stranger)}");

        await answer.ShouldBeProblemAsync(404, "not-found");
        await stranger.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task A_token_neither_sees_nor_ends_sessions()
    {
        var program = app.NewVisitor((await app.Owner.MakeTokenAsync("write")).Text);

        using var list = await program.Http.GetAsync("/api/sessions");
        using var one = await program.Http.DeleteAsync($"/api/sessions/{await OwnIdAsync(app.Owner)}");
        using var all = await program.Http.DeleteAsync("/api/sessions");

        foreach (var answer in new[] { list, one, all })
        {
            await answer.ShouldBeProblemAsync(403, "session-needed");
        }

        await app.Owner.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task A_new_password_ends_every_session_of_before_it()
    {
        var owner = await app.AddOwnerAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

        var changed = await users.ChangePasswordAsync(
            (await users.FindByEmailAsync(owner.Email))!,
            TestApp.OwnerPassword,
            "another horse battery"
        );

        Assert.True(changed.Succeeded, changed.ToString());
        await ShouldBeSignedOutAsync(owner);
    }

    [Fact]
    public async Task Signing_in_again_in_the_same_browser_replaces_its_session()
    {
        var owner = await app.AddOwnerAsync();
        var before = await OwnIdAsync(owner);

        using var again = await owner.SignInAsync(owner.Email);

        var session = Assert.Single((await owner.GetJsonAsync("/api/sessions")).GetProperty("items").EnumerateArray());
        Assert.NotEqual(before, session.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_script_that_signs_in_for_each_call_ends_its_oldest_sessions()
    {
        var owner = await app.AddOwnerAsync();
        var (id, first) = (await UserIdAsync(owner), await OwnIdAsync(owner));
        await app.InDatabaseAsync(async db =>
        {
            var mine = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == first);
            db.Sessions.AddRange(
                Enumerable
                    .Range(0, SessionStore.MaxSessions)
                    .Select(minute => new Magpie.Model.Accounts.Session
                    {
                        UserId = id,
                        Origin = mine.Origin,
                        Stamp = mine.Stamp,
                        Device = "curl",
                        Address = "",
                        CreatedAt = mine.CreatedAt,
                        LastSeenAt = mine.CreatedAt.AddMinutes(-minute - 1),
                    })
            );
            return await db.SaveChangesAsync();
        });

        await SignedInAsync(owner);

        Assert.Equal(SessionStore.MaxSessions, await app.InDatabaseAsync(db => db.Sessions.CountAsync(s => s.UserId == id)));
        await owner.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task The_last_use_is_noted_every_few_minutes_and_not_at_every_request()
    {
        var owner = await app.AddOwnerAsync();
        var (recent, old) = (await OwnIdAsync(owner), await SignedInAsync(owner));
        var (shortly, long_) = (DateTime.UtcNow.AddMinutes(-2), DateTime.UtcNow.AddMinutes(-20));
        await SeenAsync(recent, shortly);
        var oldId = await OwnIdAsync(old);
        await SeenAsync(oldId, long_);

        await owner.GetJsonAsync("/api/session");
        await old.GetJsonAsync("/api/session");

        // Noted in turn, behind the requests: once the second is, the first would have been.
        await ApiUser.WaitForAsync(() => LastSeenAsync(oldId), seen => seen > shortly);
        Assert.Equal(shortly, await LastSeenAsync(recent), TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends_and_its_row_goes()
    {
        var owner = await app.AddOwnerAsync();
        var (unused, used) = (await SignedInAsync(owner), await OwnIdAsync(owner));
        var id = await OwnIdAsync(unused);
        await SeenAsync(id, DateTime.UtcNow.AddDays(-31));

        await ShouldBeSignedOutAsync(unused);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SessionStore>().EndExpiredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [used],
            await app.InDatabaseAsync(db => db.Sessions.Where(s => s.Id == id || s.Id == used).Select(s => s.Id).ToListAsync())
        );
    }

    [Fact]
    public async Task Whoever_is_in_no_workspace_any_more_is_told_so_and_gets_no_session()
    {
        var person = await app.AddOwnerAsync();
        var user = await UserIdAsync(person);
        await app.InDatabaseAsync(db => db.WorkspaceMembers.Where(m => m.UserId == user).ExecuteDeleteAsync());

        using var asked = await person.Http.GetAsync("/api/session");
        using var again = await app.NewVisitor().SignInAsync(person.Email);

        foreach (var answer in new[] { asked, again })
        {
            Assert.Equal(
                "This account is in no workspace any more. Ask an admin to add it to one.",
                (await answer.ShouldBeProblemAsync(403, "not-allowed")).Sentence()
            );
        }

        Assert.Empty(again.Header("Set-Cookie"));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Sessions.CountAsync(s => s.UserId == user)));
    }

    private Task<int> SeenAsync(Guid id, DateTime at) =>
        app.InDatabaseAsync(db => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, at)));

    private Task<DateTime> LastSeenAsync(Guid id) =>
        app.InDatabaseAsync(db => db.Sessions.Where(s => s.Id == id).Select(s => s.LastSeenAt).SingleAsync());

    private async Task<ApiUser> SignedInAsync(ApiUser person, string? userAgent = null)
    {
        var visitor = app.NewVisitor();
        if (userAgent is not null)
        {
            visitor.Http.DefaultRequestHeaders.Add("User-Agent", userAgent);
        }

        using var answer = await visitor.SignInAsync(person.Email);
        answer.EnsureSuccessStatusCode();
        return visitor;
    }

    private static async Task<Guid> OwnIdAsync(ApiUser visitor) =>
        (await visitor.GetJsonAsync("/api/sessions"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.GetProperty("isCurrent").GetBoolean())
            .GetProperty("id")
            .GetGuid();

    private static async Task<Guid> UserIdAsync(ApiUser visitor) =>
        (await visitor.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("id").GetGuid();

    private static StringContent JsonOf(object body) => new(JsonSerializer.Serialize(body), null, "application/json");

    private static async Task ShouldBeSignedOutAsync(ApiUser visitor)
    {
        using var answer = await visitor.Http.GetAsync("/api/session");
        await answer.ShouldBeProblemAsync(401, "signed-out");
    }
}
