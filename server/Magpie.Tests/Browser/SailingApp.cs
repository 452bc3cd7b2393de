using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Browser;

/// <summary>With profiles in Berlin on three networks.</summary>
public sealed class SailingApp(Shared<TestApp> shared) : SharedApp(shared)
{
    public async Task<string> AddPictureAsync(string name, string? note)
    {
        var asset = await Owner.UploadAsync(FreeMedia.PathOf("coast.jpg"), name);
        await Owner.WaitUntilUnderstoodAsync(asset);
        if (note is not null)
        {
            await SetNoteAsync(asset, note);
        }

        return asset;
    }

    public async Task SetNoteAsync(string asset, string note) =>
        (await Owner.Http.PatchAsJsonAsync(asset, new { note })).EnsureSuccessStatusCode();

    public async Task<JsonElement> PostsOfAsync(string asset) =>
        (await Owner.GetJsonAsync($"/api/posts?asset={asset.Split('/')[^1]}")).GetProperty("items");

    /// <summary>A draft on the first profile.</summary>
    public async Task<Guid> DraftAsync(string caption, string? asset = null, string? localTime = null)
    {
        var profileId = (await Owner.GetJsonAsync("/api/profiles")).GetProperty("items")[0].GetProperty("id").GetGuid();
        string[] assetIds = asset is null ? [] : [asset.Split('/')[^1]];
        var answer = await Owner.Http.PostAsJsonAsync(
            "/api/posts",
            new
            {
                profileId,
                assetIds,
                caption,
                localTime,
            }
        );
        return (await answer.ReadJsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>As another tab or another member would.</summary>
    public async Task WriteAsync(Guid post, string caption)
    {
        var version = (await Owner.GetJsonAsync($"/api/posts/{post}")).GetProperty("version").GetInt32();
        (await Owner.Http.PatchAsJsonAsync($"/api/posts/{post}", new { version, caption })).EnsureSuccessStatusCode();
    }

    protected override async Task PrepareAsync()
    {
        foreach (
            var (network, handle, displayName) in ((string, string, string?)[])
                [("instagram", "sailsofberlin", "Sails"), ("x", "sails", null), ("pinterest", "sailpins", "Sail pins")]
        )
        {
            var answer = await Owner.Http.PostAsJsonAsync(
                "/api/profiles",
                new
                {
                    network,
                    handle,
                    displayName,
                    timeZone = "Europe/Berlin",
                }
            );
            answer.EnsureSuccessStatusCode();
        }
    }
}
