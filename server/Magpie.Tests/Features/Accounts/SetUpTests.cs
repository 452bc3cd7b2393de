using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Accounts;

public sealed class SetUpTests
{
    [Fact]
    public async Task The_first_start_asks_for_an_owner_and_only_the_first()
    {
        await using var app = await NewApp.StartAsync();
        var visitor = app.NewVisitor();
        Assert.True((await visitor.GetJsonAsync("/api/setup")).GetProperty("required").GetBoolean());

        var session = await (await SetUpAsync(visitor, "olga@example.org")).ReadJsonAsync();

        Assert.Equal("olga@example.org", session.GetProperty("user").GetProperty("email").GetString());
        Assert.Equal("owner", session.GetProperty("workspace").GetProperty("role").GetString());
        Assert.Equal("editor", session.GetProperty("groups")[0].GetProperty("role").GetString());
        Assert.False((await visitor.GetJsonAsync("/api/setup")).GetProperty("required").GetBoolean());
        Assert.Equal("olga@example.org", (await visitor.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("email").GetString());
        using var second = await SetUpAsync(app.NewVisitor(), "second@example.org");
        await second.ShouldBeProblemAsync(409, "setup-done");
    }

    [Fact]
    public async Task Of_many_set_ups_at_the_same_moment_one_makes_the_owner()
    {
        await using var app = await NewApp.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => SetUpAsync(app.NewVisitor(), $"owner{i}@example.org")));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        foreach (var late in answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK))
        {
            await late.ShouldBeProblemAsync(409, "setup-done");
        }

        var rows = await app.InDatabaseAsync(async db =>
            (await db.Users.CountAsync(), await db.Workspaces.CountAsync(), await db.Groups.CountAsync())
        );
        Assert.Equal((1, 1, 1), rows);
    }

    [Fact]
    public async Task A_field_that_will_not_do_is_named_and_nobody_is_made()
    {
        await using var app = await NewApp.StartAsync();
        var visitor = app.NewVisitor();

        await RefusesAsync(
            visitor,
            new
            {
                email = "no address",
                password = TestApp.OwnerPassword,
                name = "Olga",
            },
            "email"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = "",
                password = TestApp.OwnerPassword,
                name = "Olga",
            },
            "email"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = "\uFFFE@example.org",
                password = TestApp.OwnerPassword,
                name = "Olga",
            },
            "email"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = TestApp.OwnerEmail,
                password = "too short",
                name = "Olga",
            },
            "password"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = TestApp.OwnerEmail,
                password = new string('a', 201),
                name = "Olga",
            },
            "password"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = TestApp.OwnerEmail,
                password = TestApp.OwnerPassword,
                name = "  ",
            },
            "name"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = TestApp.OwnerEmail,
                password = TestApp.OwnerPassword,
                name = new string('n', 101),
            },
            "name"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = TestApp.OwnerEmail,
                password = TestApp.OwnerPassword,
                name = "\0",
            },
            "name"
        );
        await RefusesAsync(
            visitor,
            new
            {
                email = "",
                password = "",
                name = "",
            },
            "email",
            "password",
            "name"
        );

        Assert.True((await visitor.GetJsonAsync("/api/setup")).GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_a_problem()
    {
        await using var app = await NewApp.StartAsync();

        using var answer = await app.NewVisitor().Http.PostAsync("/api/setup", new StringContent("{\"email\":", null, "application/json"));

        await answer.ShouldBeProblemAsync(400, "invalid-request");
    }

    [Theory]
    [InlineData("o'hara+tag@example.org", "Siobhán O’Hara")]
    [InlineData("übung@bücher.example", "李小龍")]
    [InlineData(
        "longest@example.org",
        "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
    )]
    public async Task Every_true_address_and_name_may_own(string email, string name)
    {
        await using var app = await NewApp.StartAsync();
        var visitor = app.NewVisitor();

        var session = await (await SetUpAsync(visitor, email, name)).ReadJsonAsync();

        Assert.Equal(name, session.GetProperty("user").GetProperty("name").GetString());
        using var again = await app.NewVisitor().SignInAsync(email.ToUpperInvariant());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private static Task<HttpResponseMessage> SetUpAsync(ApiUser visitor, string email, string name = "Olga") =>
        visitor.Http.PostAsJsonAsync(
            "/api/setup",
            new
            {
                email,
                password = TestApp.OwnerPassword,
                name,
            }
        );

    private static async Task RefusesAsync(ApiUser visitor, object body, params string[] fields)
    {
        using var answer = await visitor.Http.PostAsJsonAsync("/api/setup", body);
        var problem = await answer.ShouldBeProblemAsync(400, "invalid-request");
        Assert.Equal(fields, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Equal(fields, problem.GetProperty("codes").EnumerateObject().Select(field => field.Name));
        Assert.All(
            problem.GetProperty("codes").EnumerateObject().SelectMany(field => field.Value.EnumerateArray()),
            error => Assert.NotEqual("other", error.GetProperty("code").GetString())
        );
    }
}
