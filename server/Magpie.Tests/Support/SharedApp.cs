using Magpie.Tests.Features.Imports;
using Magpie.Tests.Support;

[assembly: AssemblyFixture(typeof(Shared<TestApp>))]
[assembly: AssemblyFixture(typeof(Shared<ImportApp>))]

namespace Magpie.Tests.Support;

/// <summary>The ordinary app, which the suite starts once, as the owner of a workspace that only this class of tests uses.</summary>
public class SharedApp(Shared<TestApp> shared) : SharedApp<TestApp>(shared);

/// <summary>
/// A class that takes this for its fixture has an empty library, a storage and a name of its own, though not a server: others work on
/// the same one at the same time. A class that counts what a whole installation has, or wants other settings, starts a
/// <see cref="TestApp"/> of its own.
/// </summary>
public abstract class SharedApp<TApp>(Shared<TApp> shared) : IApp, IAsyncLifetime
    where TApp : TestApp, new()
{
    private ApiUser? owner;

    public Uri Address => App.Address;

    public string DataFolder => App.DataFolder;

    public IServiceProvider Services => App.Services;

    public ApiUser Owner => owner ?? throw new InvalidOperationException("The app has not started yet.");

    protected TApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await shared.GetAsync();
        owner = await this.AddOwnerAsync();
        await PrepareAsync();
    }

    /// <summary>The workspace stays behind: it goes with the app.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>What the class finds there.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}

/// <summary>One app for all the classes that ask for it, started with the first of them and stopped behind the last.</summary>
public sealed class Shared<TApp> : IAsyncDisposable
    where TApp : TestApp, new()
{
    private readonly Lazy<Task<TApp>> app = new(StartAsync);

    public Task<TApp> GetAsync() => app.Value;

    public async ValueTask DisposeAsync()
    {
        if (app.IsValueCreated)
        {
            await (await app.Value).DisposeAsync();
        }
    }

    private static async Task<TApp> StartAsync()
    {
        var started = new TApp();
        await started.InitializeAsync();
        return started;
    }
}
