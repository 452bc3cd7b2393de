using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

/// <summary>The product beside somebody else's server from which it may fetch.</summary>
public class ImportApp : TestApp
{
    public SourceServer Source { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            .. Source.Settings,
            // What sends nothing more is given up soon, though not sooner than a busy machine gets through a test that watches it send
            // nothing.
            new("Magpie:Imports:IdleTimeout", "00:00:20"),
            new("Magpie:Imports:ProbeTimeout", "00:03:00"),
        ];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Source.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The one of them that the suite shares, as <see cref="SharedApp"/> is the ordinary one.</summary>
public sealed class SharedImportApp(Shared<ImportApp> shared) : SharedApp<ImportApp>(shared)
{
    public SourceServer Source => App.Source;
}

/// <summary>What people do with imports.</summary>
internal static class Importing
{
    public static Task<HttpResponseMessage> ProbeAsync(this ApiUser visitor, string url) =>
        visitor.Http.PostAsJsonAsync("/api/imports/probe", new { url });

    public static async Task<Guid> ImportAsync(this ApiUser visitor, string url, string? name = null)
    {
        using var answer = await visitor.Http.PostAsJsonAsync("/api/imports", new { url, name });
        return (await answer.ReadJsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>How it ended.</summary>
    public static Task<JsonElement> WaitForImportAsync(this ApiUser visitor, Guid id) =>
        ApiUser.WaitForAsync(
            () => visitor.GetJsonAsync($"/api/imports/{id}"),
            import => import.GetProperty("status").GetString() is "done" or "failed"
        );

    public static async Task<string?> FailureOfAsync(this ApiUser visitor, Guid id)
    {
        var failure = (await visitor.WaitForImportAsync(id)).GetProperty("failure");
        return failure.ValueKind is JsonValueKind.Null ? null : failure.GetProperty("reason").GetString();
    }
}
