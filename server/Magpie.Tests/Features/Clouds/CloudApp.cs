using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Imports;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Clouds;

/// <summary>The product beside both providers.</summary>
public sealed class CloudApp : ImportApp
{
    public CloudApp() => (Dropbox, Drive) = (new(Source), new(Source));

    public DropboxStandIn Dropbox { get; }

    public DriveStandIn Drive { get; }

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [.. base.Settings, .. Dropbox.Settings, .. Drive.Settings];

    public CloudStandIn this[string provider] => provider is "dropbox" ? Dropbox : Drive;

    /// <summary>A member of their own for each test, connected.</summary>
    public async Task<ApiUser> ConnectedAsync(string provider, GroupRole role = GroupRole.Editor)
    {
        var member = await this.AddMemberAsync(role);
        Assert.Equal("connected", await member.ConnectAsync(provider));
        return member;
    }
}

/// <summary>One after the other on one app: what the providers' stand-ins are told to do holds for all who ask them.</summary>
[CollectionDefinition]
public sealed class CloudTests : ICollectionFixture<CloudApp>;

/// <summary>What people do with clouds.</summary>
internal static class Connecting
{
    private static readonly HttpClient Browser = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            SslOptions = new() { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject is "CN=source" },
        }
    );

    /// <summary>Sets out for a provider; answers where it sends the browser back to.</summary>
    public static async Task<Uri> SetOutAsync(this ApiUser visitor, string provider)
    {
        using var begun = await visitor.Http.PostAsync($"/api/clouds/{provider}/connect", null);
        using var back = await Browser.GetAsync((await begun.ReadJsonAsync()).GetProperty("address").GetString());
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!;
    }

    /// <summary>What the library page is told.</summary>
    public static async Task<string> ComeBackAsync(this ApiUser visitor, Uri address)
    {
        using var answer = await visitor.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = answer.Headers.Location!.ToString();
        Assert.StartsWith("/library?import=", page, StringComparison.Ordinal);
        return page[(page.LastIndexOf('=') + 1)..];
    }

    public static async Task<string> ConnectAsync(this ApiUser visitor, string provider) =>
        await visitor.ComeBackAsync(await visitor.SetOutAsync(provider));

    public static async Task<(string? Status, string? Account)> StateAsync(this ApiUser visitor, string provider)
    {
        var cloud = (await visitor.GetJsonAsync("/api/clouds"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("provider").GetString() == provider);
        return (cloud.GetProperty("status").GetString(), cloud.GetProperty("account").GetString());
    }

    public static Task<HttpResponseMessage> BrowseAsync(
        this ApiUser visitor,
        string provider,
        string? folder = null,
        string? search = null,
        string? cursor = null
    ) =>
        visitor.Http.GetAsync(
            $"/api/clouds/{provider}/files?folder={Uri.EscapeDataString(folder ?? "")}&search={Uri.EscapeDataString(search ?? "")}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}"
        );

    public static async Task<IReadOnlyList<JsonElement>> ListAsync(
        this ApiUser visitor,
        string provider,
        string? folder = null,
        string? search = null
    )
    {
        using var answer = await visitor.BrowseAsync(provider, folder, search);
        return [.. (await answer.ReadJsonAsync()).GetProperty("items").EnumerateArray()];
    }

    public static Task<HttpResponseMessage> PickAsync(this ApiUser visitor, string provider, params (string Id, string Name)[] files) =>
        visitor.Http.PostAsJsonAsync(
            $"/api/clouds/{provider}/imports",
            new { files = files.Select(file => new { id = file.Id, name = file.Name }) }
        );

    public static async Task<IReadOnlyList<Guid>> ImportAsync(
        this ApiUser visitor,
        string provider,
        params (string Id, string Name)[] files
    )
    {
        using var answer = await visitor.PickAsync(provider, files);
        return [.. (await answer.ReadJsonAsync()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
    }

    public static string[] Names(this IEnumerable<JsonElement> entries) =>
        [.. entries.Select(entry => entry.GetProperty("name").GetString()!)];
}
