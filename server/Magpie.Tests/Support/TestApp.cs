using System.Net.Http.Json;
using Magpie.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Support;

/// <summary>
/// The whole product, listening on a port of its own, with an empty data folder and an empty database: SQLite, or PostgreSQL
/// where MAGPIE_TEST_POSTGRES names a server. Most classes share one (<see cref="SharedApp"/>).
/// </summary>
public class TestApp : WebApplicationFactory<Program>, IApp, IAsyncLifetime
{
    public const string OwnerEmail = "owner@example.org";
    public const string OwnerPassword = "correct horse battery";

    private readonly TestDatabase database = new();
    private ApiUser? owner;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("magpie-test-").FullName;

    public Uri Address { get; private set; } = null!;

    public ApiUser Owner => owner ?? throw new InvalidOperationException("The app has not started yet.");

    public async ValueTask InitializeAsync()
    {
        await database.CreateAsync();
        UseKestrel(0);
        StartServer();
        Address = new(
            Services
                .GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!
                .Addresses.First()
        );
        await PrepareAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
        await DeleteDataFolderAsync();
        GC.SuppressFinalize(this);
    }

    // The program's own main method disposes of the app as well, at the same time, and clears its scratch files meanwhile.
    private Task<bool> DeleteDataFolderAsync() =>
        ApiUser.WaitForAsync(
            () =>
            {
                try
                {
                    Directory.Delete(DataFolder, recursive: true);
                }
                catch (IOException)
                {
                    // Something in it has just gone, or come.
                }

                return Task.FromResult(Directory.Exists(DataFolder));
            },
            exists => !exists
        );

    /// <summary>Settings beside those of every test app: <c>Magpie:Limits:ImageBytes</c> and such.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>Sets up and signs in the owner; a class that tests just that leaves it out.</summary>
    protected virtual async Task PrepareAsync()
    {
        owner = this.NewVisitor();
        var answer = await owner.Http.PostAsJsonAsync(
            "/api/setup",
            new
            {
                email = OwnerEmail,
                password = OwnerPassword,
                name = "Olga",
                code = Services.GetRequiredService<SetupCode>().Text,
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("MAGPIE_DATA", DataFolder);
        builder.UseSetting("Magpie:Database:Postgres", database.ConnectionString);
        builder.UseSetting("Magpie:Accounts:SignInsPerMinute", "10000");
        builder.UseSetting("Magpie:Storage:ReserveBytes", "1000000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
