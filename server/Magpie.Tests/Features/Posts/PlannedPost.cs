using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

/// <summary>A post with one picture that is planned for nine o'clock on a day of next summer, on a profile of its own.</summary>
internal sealed record PlannedPost(Guid Id, Guid AssetId, int Version, DateTime ScheduledAt)
{
    public static string LocalTime => $"{TimeProvider.System.GetUtcNow().Year + 1}-07-01T09:00";

    public string Address => $"/api/posts/{Id}";

    public static async Task<PlannedPost> MakeAsync(ApiUser visitor)
    {
        var asset = (await visitor.AddAssetAsync(FreeMedia.PathOf("coast.jpg"))).GetProperty("id").GetGuid();
        var profile = await SendAsync(
            visitor,
            "/api/profiles",
            new
            {
                network = "mastodon",
                handle = $"{Guid.NewGuid():n}",
                timeZone = "Europe/Berlin",
            }
        );
        var draft = await SendAsync(
            visitor,
            "/api/posts",
            new
            {
                profileId = profile.GetProperty("id").GetGuid(),
                assetIds = new[] { asset },
                caption = "At the coast",
            }
        );
        var id = draft.GetProperty("id").GetGuid();
        var planned = await SendAsync(
            visitor,
            $"/api/posts/{id}/schedule",
            new { version = draft.GetProperty("version").GetInt32(), localTime = LocalTime }
        );
        return new(id, asset, planned.GetProperty("version").GetInt32(), planned.GetProperty("scheduledAt").GetDateTime());
    }

    private static async Task<JsonElement> SendAsync(ApiUser visitor, string address, object body)
    {
        using var answer = await visitor.Http.PostAsJsonAsync(address, body);
        return await answer.ReadJsonAsync();
    }
}
