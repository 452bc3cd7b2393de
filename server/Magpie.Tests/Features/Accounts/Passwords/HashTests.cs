using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Magpie.Tests.Features.Accounts.Passwords;

public sealed class HashTests(HashTests.CountingApp app) : IClassFixture<HashTests.CountingApp>
{
    private const int Owasp = 210_000,
        BeforeThat = 100_000;

    [Fact]
    public async Task A_password_is_kept_as_OWASP_says()
    {
        var header = await HeaderAsync();

        Assert.Equal((1, 2u, (uint)Owasp, 16u), header);
    }

    [Fact]
    public async Task A_hash_of_an_older_version_is_renewed_at_sign_in_and_ends_no_session()
    {
        var owner = await app.AddOwnerAsync();
        await KeepAsync(owner.Email, Hasher(BeforeThat).HashPassword(null!, TestApp.OwnerPassword));

        using var answer = await app.NewVisitor().SignInAsync(owner.Email);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((uint)Owasp, (await HeaderAsync(owner.Email)).Rounds);
        await owner.GetJsonAsync("/api/session");
        Assert.Equal(HttpStatusCode.OK, (await app.NewVisitor().SignInAsync(owner.Email)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_costs_as_many_rounds_as_an_account_and_gets_the_same_answer()
    {
        var (owner, stranger) = (await app.AddOwnerAsync(), $"{Guid.NewGuid():n}@example.org");

        using var wrong = await app.NewVisitor().SignInAsync(owner.Email, "one wrong password");
        using var nobody = await app.NewVisitor().SignInAsync(stranger, "two wrong passwords");

        Assert.Equal(await BodyAsync(wrong), await BodyAsync(nobody));
        Assert.Equal([Owasp], app.RoundsFor("one wrong password"));
        Assert.Equal([Owasp], app.RoundsFor("two wrong passwords"));
    }

    [Fact]
    public async Task Strangers_are_locked_out_like_accounts()
    {
        var visitor = app.NewVisitor();
        var stranger = $"{Guid.NewGuid():n}@example.org";
        for (var tries = 0; tries < 4; tries++)
        {
            await (await visitor.SignInAsync(stranger, "not the password")).ShouldBeProblemAsync(401, "wrong-credentials");
        }

        await (await visitor.SignInAsync(stranger, "not the password")).ShouldBeProblemAsync(429, "locked-out");
    }

    private async Task<(byte Version, uint Function, uint Rounds, uint SaltLength)> HeaderAsync(string email = TestApp.OwnerEmail)
    {
        var bytes = Convert.FromBase64String(
            (await app.InDatabaseAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.PasswordHash).SingleAsync()))!
        );
        uint At(int place) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(place));
        return (bytes[0], At(1), At(5), At(9));
    }

    private Task<int> KeepAsync(string email, string hash) =>
        app.InDatabaseAsync(db =>
            db.Users.Where(u => u.Email == email).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash))
        );

    private static PasswordHasher<Account> Hasher(int rounds) => new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));

    private static async Task<(HttpStatusCode, string)> BodyAsync(HttpResponseMessage answer) =>
        (
            answer.StatusCode,
            System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", "")
        );

    /// <summary>Writes down what the product's hasher is asked to compare with.</summary>
    public sealed class CountingApp : TestApp
    {
        private readonly ConcurrentQueue<(string Password, int Rounds)> asked = [];

        public IEnumerable<int> RoundsFor(string password) => asked.Where(one => one.Password == password).Select(one => one.Rounds);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                var own = services.Single(service => service.ServiceType == typeof(IPasswordHasher<Account>)).ImplementationType!;
                services.Replace(
                    ServiceDescriptor.Scoped<IPasswordHasher<Account>>(provider => new Counting(
                        (IPasswordHasher<Account>)ActivatorUtilities.CreateInstance(provider, own),
                        asked
                    ))
                );
            });
        }

        private sealed class Counting(IPasswordHasher<Account> own, ConcurrentQueue<(string Password, int Rounds)> asked)
            : IPasswordHasher<Account>
        {
            public string HashPassword(Account user, string password) => own.HashPassword(user, password);

            public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
            {
                asked.Enqueue(
                    (providedPassword, (int)BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5)))
                );
                return own.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
        }
    }
}
