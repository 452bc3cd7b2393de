using System.Net;
using Magpie.Model.Billing;
using Magpie.Model.Imports;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Imports;

/// <summary>What the server fetches for somebody ends with their right to add files.</summary>
public sealed class LostRightTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    private const string Sentence = "You can no longer add files to this group, so this one was stopped. Ask an admin for access.";

    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData(GroupRole.Viewer, true)]
    [InlineData(GroupRole.Viewer, false)]
    public async Task Running_imports_stop_and_say_why_and_those_that_wait_do_not_begin(GroupRole? role, bool drips)
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var name = $"{Guid.NewGuid():n}";
        var slow = app.Source.Page($"slow/{name}.jpg", http => SendSlowlyAsync(http, drips));
        var next = app.Source.Media("coast.jpg", $"next/{name}.jpg");
        var running = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            running.Add(await member.ImportAsync(slow));
        }

        var waiting = await member.ImportAsync(next);
        await ApiUser.WaitForAsync(() => RowsAsync(running), rows => rows.All(one => one.ReservedBytes > 0));

        await app.SetRoleAsync(member, role);

        foreach (
            var ended in await ApiUser.WaitForAsync(
                () => RowsAsync([.. running, waiting]),
                rows => rows.All(one => one.State is ImportState.Failed)
            )
        )
        {
            Assert.Equal(("not-allowed", Sentence, 0), (ended.FailureCode, ended.FailureMessage, ended.ReservedBytes));
        }

        Assert.DoesNotContain($"/next/{name}.jpg", app.Source.Seen.Keys);
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Assets.CountAsync(a => running.Contains(a.Id) || a.Id == waiting)));
        if (role is null)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await member.Http.GetAsync($"/api/imports/{waiting}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await member.Http.PostAsync($"/api/imports/{waiting}/retry", null)).StatusCode);
        }
        else
        {
            Assert.Equal(Sentence, await member.FailureOfAsync(waiting));
            await (await member.Http.PostAsync($"/api/imports/{waiting}/retry", null)).ShouldBeProblemAsync(403, "not-allowed");
        }
    }

    [Fact]
    public async Task Imports_of_a_token_end_with_it()
    {
        var member = await app.AddMemberAsync(GroupRole.Editor);
        var (id, text) = await member.MakeTokenAsync("write");
        var import = await app.NewVisitor(text)
            .ImportAsync(app.Source.Page($"slow/{Guid.NewGuid():n}.jpg", http => SendSlowlyAsync(http, drips: true)));
        await ApiUser.WaitForAsync(() => RowsAsync([import]), rows => rows[0].ReservedBytes > 0);

        using var revoked = await member.Http.DeleteAsync($"/api/tokens/{id}");

        Assert.True(revoked.IsSuccessStatusCode);
        Assert.Equal(Sentence, await member.FailureOfAsync(import));
    }

    [Fact]
    public async Task An_import_waits_while_what_its_member_sends_takes_their_share()
    {
        var owner = await app.AddOwnerAsync(PlanName.Free);
        var tus = new TusClient(owner.Http);
        var upload = (await tus.CreateAsync(20_000_000, "large.jpg")).Header("Location");
        var file = app.Source.Media("coast.jpg", $"share/{Guid.NewGuid():n}.jpg");
        var import = await owner.ImportAsync(file);
        await ApiUser.WaitForAsync(() => RowsAsync([import]), rows => rows[0].State is ImportState.Running);

        // Somebody else has the same file by now, who asked later.
        var other = await app.AddOwnerAsync(PlanName.Free);
        Assert.Null(await other.FailureOfAsync(await other.ImportAsync(file)));
        Assert.Equal((ImportState.Running, 0), ((await RowsAsync([import]))[0].State, (await RowsAsync([import]))[0].ReservedBytes));

        await tus.TerminateAsync(upload);

        Assert.Null(await owner.FailureOfAsync(import));
    }

    [Fact]
    public async Task So_does_an_upload_while_what_is_fetched_for_its_member_takes_it()
    {
        var owner = await app.AddOwnerAsync(PlanName.Free);
        var tus = new TusClient(owner.Http);
        var import = await owner.ImportAsync(app.Source.Page($"slow/{Guid.NewGuid():n}.jpg", http => SendSlowlyAsync(http, drips: true)));
        await ApiUser.WaitForAsync(() => RowsAsync([import]), rows => rows[0].ReservedBytes > 0);

        await (await tus.CreateAsync(13_000_000, "large.jpg")).ShouldBeProblemAsync(429, "storage-share");

        using var cancelled = await owner.Http.DeleteAsync($"/api/imports/{import}");
        Assert.Equal(HttpStatusCode.Created, (await tus.CreateAsync(13_000_000, "large.jpg")).StatusCode);
    }

    private static async Task SendSlowlyAsync(Microsoft.AspNetCore.Http.HttpContext http, bool drips)
    {
        var file = FreeMedia.BytesOf("coast.jpg");
        http.Response.ContentLength = file.Length;
        await http.Response.Body.WriteAsync(file.AsMemory(0, 100_000), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var at = 100_000; at < file.Length - 1; at++)
        {
            await (
                drips ? beat.WaitForNextTickAsync(http.RequestAborted).AsTask() : Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted)
            );
            await http.Response.Body.WriteAsync(file.AsMemory(at, 1), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private Task<List<Import>> RowsAsync(IReadOnlyCollection<Guid> ids) =>
        app.InDatabaseAsync(db => db.Imports.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync());
}
