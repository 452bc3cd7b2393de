using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;

namespace Magpie.Tests.Core.Access;

/// <summary>Who may do what, as one table. Everything in it was made by somebody else, an editor of the group.</summary>
public sealed class RoleTableTests(SharedApp app) : IClassFixture<SharedApp>
{
    /// <summary>
    /// The answers to an outsider, a viewer, a contributor and an editor, in this order: where the editor's changes something, those
    /// before it have shown that theirs did not. What ends something comes last.
    /// </summary>
    private const string Table = """
        404 200 200 200  GET    /api/assets?group={group}
        404 200 200 200  GET    /api/assets/{asset}
        404 200 200 200  GET    /api/assets/{asset}/original
        404 200 200 200  GET    /api/labels?group={group}
        404 200 200 200  GET    /api/profiles/{profile}
        404 200 200 200  GET    /api/posts/{post}
        404 200 200 200  GET    /api/posts/{post}/checklist
        404 200 200 200  GET    /api/posts/{post}/set
        404 200 200 200  POST   /api/assets/actions {"action":"star","assetIds":["{asset}"]}

        404 403 201 201  UPLOAD to {group}
        404 403 422 422  POST   /api/imports/probe {"url":"no address","group":"{group}"}

        404 403 403 200  PATCH  /api/assets/{asset} {"note":"Low tide"}
        404 403 403 200  PATCH  /api/assets/{asset} {"status":"ready"}
        404 403 403 409  POST   /api/assets/{asset}/retry
        404 403 403 200  POST   /api/assets/{asset}/link
        404 403 403 204  DELETE /api/assets/{asset}/link
        404 403 403 200  POST   /api/assets/actions {"action":"label","labels":["coast"],"assetIds":["{asset}"]}
        404 403 403 200  POST   /api/assets/actions {"action":"ready","assetIds":["{asset}"]}
        404 403 403 200  PATCH  /api/labels/{label} {"name":"north coast"}
        404 403 403 204  DELETE /api/labels/{label}

        404 403 403 201  POST   /api/profiles {"network":"mastodon","handle":"another","group":"{group}"}
        404 403 403 200  PATCH  /api/profiles/{profile} {"displayName":"Ours"}

        404 403 201 201  POST   /api/posts {"profileId":"{profile}","caption":"Hello"}
        404 403 200 200  POST   /api/posts/preview {"profileId":"{profile}","caption":"Hello"}
        404 403 200 200  POST   /api/posts/{post}/duplicate {"profileIds":["{profile}"]}
        404 403 403 200  PATCH  /api/posts/{post} {"version":{version},"caption":"Hello from the coast"}
        404 403 403 200  POST   /api/posts/{post}/schedule {"version":{version},"localTime":"{time}"}
        404 403 403 200  POST   /api/posts/schedule {"posts":[{"postId":"{post}","version":{version},"localTime":"{time}"}]}
        404 403 403 200  POST   /api/posts/unschedule {"posts":[{"postId":"{post}","version":{version}}]}
        404 403 403 409  POST   /api/posts/{post}/snooze {"minutes":5}
        404 403 403 200  POST   /api/posts/{post}/unschedule {"version":{version}}
        404 403 403 204  DELETE /api/posts/{post}
        404 403 403 200  POST   /api/posts/{post}/restore
        404 403 403 409  POST   /api/posts/{post}/publish {}

        404 403 403 200  DELETE /api/profiles/{profile}
        404 403 403 200  POST   /api/profiles/{profile}/restore
        404 403 403 204  DELETE /api/assets/{asset}?force=true
        404 403 403 200  POST   /api/assets/actions {"action":"restore","assetIds":["{asset}"]}
        404 403 403 200  POST   /api/assets/actions {"action":"delete","force":true,"assetIds":["{asset}"]}
        404 403 403 200  DELETE /api/trash?group={group}
        """;

    [Fact]
    public async Task Each_role_may_do_what_the_table_says()
    {
        var group = await app.AddGroupAsync("Roles");
        var things = await MakeThingsAsync(group);
        ApiUser[] people =
        [
            await app.AddStrangerAsync(),
            await app.AddMemberAsync(GroupRole.Viewer, group),
            await app.AddMemberAsync(GroupRole.Contributor, group),
            await app.AddMemberAsync(GroupRole.Editor, group),
        ];

        var answers = new StringBuilder();
        foreach (var row in Table.Split('\n'))
        {
            answers.Append(row.Length == 0 ? "" : await AnswersAsync(people, row[17..], things)).Append('\n');
        }

        Assert.Equal(Table, answers.ToString().TrimEnd('\n'));
    }

    private async Task<string> AnswersAsync(ApiUser[] people, string operation, Dictionary<string, string> things)
    {
        var statuses = new List<string>();
        foreach (var person in people)
        {
            things["version"] = await VersionAsync(things["post"]);
            using var answer = await DoAsync(person, things.Aggregate(operation, (text, one) => text.Replace($"{{{one.Key}}}", one.Value)));
            statuses.Add(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        }

        return $"{string.Join(' ', statuses)}  {operation}";
    }

    private static async Task<HttpResponseMessage> DoAsync(ApiUser person, string operation)
    {
        var parts = operation.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts[0] == "UPLOAD")
        {
            return await new TusClient(person.Http).CreateAsync(1_000, "coast.jpg", group: parts[2]);
        }

        using var request = new HttpRequestMessage(HttpMethod.Parse(parts[0]), parts[1]);
        if (parts.Length > 2)
        {
            request.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
        }

        return await person.Http.SendAsync(request);
    }

    private async Task<Dictionary<string, string>> MakeThingsAsync(Guid group)
    {
        var file = await File.ReadAllBytesAsync(FreeMedia.PathOf("coast.jpg"));
        using var sent = await new TusClient(app.Owner.Http).SendFileAsync(file, "coast.jpg", group: $"{group}");
        var asset = (await app.Owner.WaitUntilUnderstoodAsync(sent.Headers.GetValues("Magpie-Asset").Single())).Id();
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                labels = new[] { "sea" },
                assetIds = new[] { asset },
            }
        );
        var label = (await app.Owner.GetJsonAsync($"/api/labels?group={group}")).GetProperty("items")[0].GetProperty("id").GetInt64();
        var profile = await app.Owner.AddProfileAsync("mastodon", group: group);
        var post = await app.Owner.AddPostAsync(profile, asset);
        return new()
        {
            ["group"] = $"{group}",
            ["asset"] = $"{asset}",
            ["label"] = label.ToString(CultureInfo.InvariantCulture),
            ["profile"] = $"{profile.Id()}",
            ["post"] = $"{post.Id()}",
            ["time"] = PlannedPost.LocalTime,
        };
    }

    /// <summary>Of a post that is deleted there is none to be told.</summary>
    private async Task<string> VersionAsync(string post)
    {
        using var answer = await app.Owner.Http.GetAsync($"/api/posts/{post}");
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).Number("version").ToString(CultureInfo.InvariantCulture)
            : "0";
    }
}
