using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

/// <summary>What people do with profiles and posts, in few words.</summary>
internal static class Planning
{
    /// <summary>A profile with a handle that nobody has.</summary>
    public static async Task<JsonElement> AddProfileAsync(
        this ApiUser visitor,
        string network = "instagram",
        string timeZone = "Europe/Berlin",
        Guid? group = null,
        string? handle = null
    )
    {
        using var answer = await visitor.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network,
                handle = handle ?? $"{Guid.NewGuid():n}",
                timeZone,
                group,
            }
        );
        return await answer.ReadJsonAsync();
    }

    public static Task<JsonElement> AddPostAsync(this ApiUser visitor, JsonElement profile, params Guid[] assetIds) =>
        visitor.AddPostAsync(new { profileId = profile.Id(), assetIds });

    public static async Task<JsonElement> AddPostAsync(this ApiUser visitor, object request)
    {
        using var answer = await visitor.Http.PostAsJsonAsync("/api/posts", request);
        return await answer.ReadJsonAsync();
    }

    public static async Task<JsonElement> EditPostAsync(this ApiUser visitor, JsonElement post, object request)
    {
        using var answer = await visitor.Http.PatchAsJsonAsync($"/api/posts/{post.Id()}", request);
        return await answer.ReadJsonAsync();
    }

    public static Task<HttpResponseMessage> TryAsync(this ApiUser visitor, JsonElement post, string action, object request) =>
        visitor.Http.PostAsJsonAsync($"/api/posts/{post.Id()}/{action}", request);

    public static async Task<JsonElement> DoAsync(this ApiUser visitor, JsonElement post, string action, object request)
    {
        using var answer = await visitor.TryAsync(post, action, request);
        return await answer.ReadJsonAsync();
    }

    public static Task<JsonElement> ScheduleAsync(this ApiUser visitor, JsonElement post, string localTime, string? timeZone = null) =>
        visitor.DoAsync(
            post,
            "schedule",
            new
            {
                version = post.Number("version"),
                localTime,
                timeZone,
            }
        );

    public static Task<JsonElement> PostAsync(this ApiUser visitor, JsonElement post) => visitor.GetJsonAsync($"/api/posts/{post.Id()}");

    public static async Task<List<Guid>> PostIdsAsync(this ApiUser visitor, string query) =>
        [.. (await visitor.GetJsonAsync("/api/posts" + query)).GetProperty("items").EnumerateArray().Select(post => post.Id())];

    /// <summary>A picture that every surface takes as it is.</summary>
    public static async Task<Guid> AddPictureAsync(this ApiUser visitor, string? note = null)
    {
        var asset = await visitor.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        if (note is not null)
        {
            using var noted = await visitor.Http.PatchAsJsonAsync($"/api/assets/{asset.Id()}", new { note });
            await noted.ReadJsonAsync();
        }

        return asset.Id();
    }

    public static Guid Id(this JsonElement element) => element.GetProperty("id").GetGuid();

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
