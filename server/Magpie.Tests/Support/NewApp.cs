namespace Magpie.Tests.Support;

/// <summary>An app that nobody has set up yet, with settings of its own; for tests of which each needs its own.</summary>
public sealed class NewApp(params (string Key, string Value)[] settings) : TestApp
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        settings.Select(one => KeyValuePair.Create(one.Key, one.Value));

    public static async Task<NewApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new NewApp(settings);
        await app.InitializeAsync();
        return app;
    }

    protected override Task PrepareAsync() => Task.CompletedTask;
}
