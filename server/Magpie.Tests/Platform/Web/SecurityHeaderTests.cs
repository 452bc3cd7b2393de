using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Platform.Web;

public sealed class SecurityHeaderTests
{
    [Fact]
    public async Task An_answer_that_says_that_something_failed_is_guarded_like_any_other()
    {
        await using var app = await NewApp.StartAsync(("Magpie:PublicUrl", "https://media.example.org"), ("Magpie:Proxies", "127.0.0.1"));
        var owner = await app.AddOwnerAsync();
        var program = app.NewVisitor((await owner.MakeTokenAsync("read")).Text);
        program.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var well = await program.Http.GetAsync("/api/labels");
        well.EnsureSuccessStatusCode();
        await app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Labels\" RENAME TO \"Gone\""));

        using var failed = await program.Http.GetAsync("/api/labels");

        await failed.ShouldBeProblemAsync(500, "server-error");
        foreach (
            var header in (string[])
                ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Strict-Transport-Security"]
        )
        {
            Assert.NotEmpty(well.Header(header));
            Assert.Equal(well.Header(header), failed.Header(header));
        }
    }
}
