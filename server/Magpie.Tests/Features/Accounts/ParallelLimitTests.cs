using System.Net;
using System.Net.Http.Json;
using Magpie.Model.Imports;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Accounts;

/// <summary>What a member may have of something is no more where they ask for all of it at once.</summary>
public sealed class ParallelLimitTests(ParallelLimitTests.SmallLimits app) : IClassFixture<ParallelLimitTests.SmallLimits>
{
    private const int MostImports = 20;
    private const int MostUploads = 5;
    private const int MostTokens = 100;

    [Fact]
    public async Task Tokens_that_are_made_at_once_count_each_other()
    {
        var member = await app.AddStrangerAsync();
        for (var i = 0; i < MostTokens - 5; i++)
        {
            await member.MakeTokenAsync("read");
        }

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(_ => member.Http.PostAsJsonAsync("/api/tokens", new { name = "one more", scope = "read" }))
        );

        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        Assert.Equal(MostTokens, (await member.GetJsonAsync("/api/tokens")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Uploads_that_are_begun_at_once_count_each_other_in_whatever_group()
    {
        var member = await app.AddStrangerAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => new TusClient(member.Http).CreateAsync(100, $"{i}.jpg")));

        Assert.Equal(MostUploads, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        Assert.Equal(24 - MostUploads, answers.Count(answer => answer.StatusCode is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Imports_that_are_ordered_at_once_count_each_other_and_so_do_those_that_are_tried_again()
    {
        var member = await app.AddStrangerAsync();
        var user = await Team.UserIdAsync(member);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    member.Http.PostAsJsonAsync(
                        "/api/imports",
                        new { urls = Enumerable.Range(0, 10).Select(k => $"https://127.0.0.1/{i}/{k}") }
                    )
                )
        );
        var accepted = answers.Count(answer => answer.StatusCode is HttpStatusCode.Accepted);
        Assert.InRange(accepted * 10, 1, MostImports + await EndedAsync(user));

        // As if all had failed by themselves, which takes long.
        await app.InDatabaseAsync(db =>
            db.Imports.Where(i => i.UserId == user)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(i => i.State, ImportState.Failed)
                        .SetProperty(i => i.FailureCode, "address-unreachable")
                        .SetProperty(i => i.FailureMessage, "Unreachable.")
                        .SetProperty(i => i.EndedAt, DateTime.UnixEpoch)
                )
        );
        var failed = await app.InDatabaseAsync(db => db.Imports.Where(i => i.UserId == user).Select(i => i.Id).ToListAsync());
        using var more = await member.Http.PostAsJsonAsync(
            "/api/imports",
            new { urls = Enumerable.Range(0, MostImports - 2).Select(k => $"https://127.0.0.1/more/{k}") }
        );
        Assert.Equal(HttpStatusCode.Accepted, more.StatusCode);

        var retried = await Task.WhenAll(failed.Select(id => member.Http.PostAsync($"/api/imports/{id}/retry", null)));

        Assert.All(
            retried,
            answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{answer.StatusCode}")
        );
        Assert.InRange(await app.InDatabaseAsync(db => db.Imports.CountAsync(i => i.UserId == user && i.EndedAt == null)), 1, MostImports);
        Assert.Contains(retried, answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
    }

    private Task<int> EndedAsync(Guid user) => app.InDatabaseAsync(db => db.Imports.CountAsync(i => i.UserId == user && i.EndedAt != null));

    public sealed class SmallLimits : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Magpie:Imports:MaxOpenPerMember", $"{MostImports}"), new("Magpie:Uploads:MaxOpenPerPerson", $"{MostUploads}")];
    }
}
