using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

/// <summary>Every text that the API takes, with what is no text: refused with a sentence, or cleaned.</summary>
public sealed class OddTextTests(SharedApp app) : IClassFixture<SharedApp>
{
    // As they stand in JSON; the last one is half of a pair.
    private static readonly string[] Odd =
    [
        @"\u0000",
        @"\ufffe",
        @"\uffff",
        @"\ufdd0",
        @"\ud83f\udffe",
        @"\udbff\udfff",
        @"\ud800",
        @"\u2028",
        @"\u0085",
        @"\u202e",
    ];
    private static readonly string[] InAddresses =
    [
        "%00",
        "%EF%BF%BE",
        "%EF%BF%BF",
        "%EF%B7%90",
        "%F0%9F%BF%BE",
        "%ED%A0%80",
        "%C0%80",
        "%E2%80%A8",
    ];

    private readonly Dictionary<string, string> ids = [];
    private JsonObject document = null!;

    [Fact]
    public async Task No_operation_fails_by_a_text_that_is_none()
    {
        document = JsonNode
            .Parse(await app.NewVisitor().Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!
            .AsObject();
        await MakeThingsAsync();
        var asked = 0;
        foreach (var (path, verbs) in document["paths"]!.AsObject())
        {
            foreach (var (verb, operation) in verbs!.AsObject().Where(verb => verb.Key is "get" or "post" or "patch" or "put" or "delete"))
            {
                asked += await TryBodiesAsync(path, verb, operation!) + await TryQueriesAsync(path, verb, operation!);
            }
        }

        Assert.InRange(asked, 200, 10_000);
    }

    [Fact]
    public async Task Odd_upload_metadata_is_cleaned()
    {
        foreach (var odd in new[] { "\0", "\uFFFE", "\uFDD0", "\U0001FFFE", "\u2028" })
        {
            using var created = await new TusClient(app.Owner.Http).SendAsync(
                HttpMethod.Post,
                "/api/uploads",
                null,
                ("Upload-Length", "100"),
                ("Upload-Metadata", $"filename {TusClient.Base64($"a{odd}b.gif")},labels {TusClient.Base64($"x{odd}y,{odd}")}")
            );
            Assert.True((int)created.StatusCode is 201, $"{(int)created.StatusCode} {await created.Content.ReadAsStringAsync()}");
            using var ended = await new TusClient(app.Owner.Http).TerminateAsync(created.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task What_was_pasted_from_a_PDF_is_kept_without_what_nobody_sees()
    {
        await MakeThingsAsync();

        using var answer = await SendAsync(
            "patch",
            $"/api/assets/{ids["assetId"]}",
            """{"name":"sum\ufffemer.gif","note":"one\r\ntwo\u2028three\uffff","altText":"\ufdd0alt"}"""
        );

        var now = await answer.ReadJsonAsync();
        Assert.Equal(
            ("summer.gif", "one\ntwo\nthree", "alt"),
            (now.GetProperty("name").GetString(), now.GetProperty("note").GetString(), now.GetProperty("altText").GetString())
        );
        using var half = await SendAsync("patch", $"/api/assets/{ids["assetId"]}", """{"note":"\ud800"}""");
        await half.ShouldBeProblemAsync(400, "invalid-request");
        using var twice = await SendAsync("patch", $"/api/assets/{ids["assetId"]}", """{"note":"one","note":"\u0000"}""");
        await twice.ShouldBeProblemAsync(400, "invalid-request");
    }

    /// <summary>A browser sends what it wants to have packed as a form, so that it can save the answer.</summary>
    [Fact]
    public async Task A_query_and_the_JSON_in_a_field_of_a_form_are_cleaned_as_a_body_is()
    {
        foreach (var odd in Odd)
        {
            using var answer = await FormAsync($$$"""{"filter":{"q":"a{{{odd}}}b","fits":"x.{{{odd}}}post","label":["a{{{odd}}}"]}}""");
            Assert.True((int)answer.StatusCode < 500, $"{odd}: {(int)answer.StatusCode}");
        }

        using var asked = await app.Owner.Http.GetAsync("/api/assets?fits=x.%EF%BF%BEpost", TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)asked.StatusCode);
        using var cleaned = await FormAsync("""{"filter":{"fits":"x.\ufffepost"}}""");
        Assert.Equal(200, (int)cleaned.StatusCode);
        using var twice = await FormAsync("""{"filter":{"fits":"x.post","fits":"x.\u0000post"}}""");
        await twice.ShouldBeProblemAsync(400, "invalid-request");
    }

    private Task<HttpResponseMessage> FormAsync(string json) =>
        app.Owner.Http.PostAsync(
            "/api/assets/zip",
            new FormUrlEncodedContent([new("request", json)]),
            TestContext.Current.CancellationToken
        );

    private async Task MakeThingsAsync()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        ids["assetId"] = asset.Split('/')[^1];
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { ids["assetId"] },
                labels = new[] { "odd" },
            }
        );
        ids["labelId"] = (await app.Owner.GetJsonAsync("/api/labels?q=odd")).GetProperty("items")[0].GetProperty("id").ToString();
        using var profile = await app.Owner.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network = "bluesky",
                handle = $"odd{Guid.NewGuid():n}"[..12],
                timeZone = "Europe/Berlin",
            }
        );
        ids["profileId"] = (await profile.ReadJsonAsync()).GetProperty("id").ToString();
        using var post = await app.Owner.Http.PostAsJsonAsync(
            "/api/posts",
            new
            {
                profileId = ids["profileId"],
                surface = "bluesky.post",
                caption = "odd",
            }
        );
        ids["postId"] = post.IsSuccessStatusCode ? (await post.ReadJsonAsync()).GetProperty("id").ToString() : $"{Guid.NewGuid()}";
        (ids["ordinal"], ids["provider"], ids["kind"]) = ("0", "dropbox", "thumb");
    }

    private async Task<int> TryBodiesAsync(string path, string verb, JsonNode operation)
    {
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return 0;
        }

        foreach (var odd in Odd)
        {
            await ShouldNotFailAsync(verb, AddressOf(path), JsonOf(schema, $"a{odd}b", 0), odd);
        }

        return Odd.Length;
    }

    private async Task<int> TryQueriesAsync(string path, string verb, JsonNode operation)
    {
        var asked = 0;
        // A stream that answers does not end.
        foreach (
            var name in (operation["parameters"]?.AsArray() ?? [])
                .Where(p => (string?)p!["in"] == "query")
                .Select(p => (string)p!["name"]!)
                .Where(_ => path != "/api/events")
        )
        {
            foreach (var odd in InAddresses)
            {
                await ShouldNotFailAsync(verb, $"{AddressOf(path)}?{name}=a{odd}b", null, odd);
                asked++;
            }
        }

        if (path.Contains('{') && verb is "get" or "put" or "delete")
        {
            foreach (var odd in InAddresses)
            {
                await ShouldNotFailAsync(verb, System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", $"a{odd}b"), null, odd);
                asked++;
            }
        }

        return asked;
    }

    private string AddressOf(string path) =>
        System.Text.RegularExpressions.Regex.Replace(
            path,
            @"\{(\w+)\}",
            found => ids.GetValueOrDefault(found.Groups[1].Value, $"{Guid.Empty}")
        );

    private async Task ShouldNotFailAsync(string verb, string address, string? json, string odd)
    {
        using var answer = await SendAsync(verb, address, json);
        var said = answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) is true
            ? await answer.Content.ReadAsStringAsync()
            : "";
        Assert.True((int)answer.StatusCode < 500, $"{verb} {address} with {odd}: {(int)answer.StatusCode} {said}\n{json}");
    }

    private Task<HttpResponseMessage> SendAsync(string verb, string address, string? json)
    {
        var content = json is null ? null : new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return app.Owner.Http.SendAsync(
            new(new HttpMethod(verb.ToUpperInvariant()), address) { Content = content },
            HttpCompletionOption.ResponseHeadersRead
        );
    }

    /// <summary>A body of which every text is this one.</summary>
    private string JsonOf(JsonNode schema, string text, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return JsonOf(document["components"]!["schemas"]![reference.Split('/')[^1]]!, text, depth);
        }

        var choices = (schema["oneOf"] ?? schema["anyOf"])?.AsArray();
        if (choices?.FirstOrDefault(choice => (string?)choice!["type"]?.ToString() != "null") is { } choice)
        {
            return JsonOf(choice, text, depth);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } words)
        {
            return words.First(word => word is not null)!.ToJsonString();
        }

        var types = schema["type"] is JsonArray many ? many.Select(type => (string)type!).ToList() : [(string?)schema["type"] ?? "string"];
        return types.First(type => type != "null") switch
        {
            "object" when depth < 5 =>
                $"{{{string.Join(',', (schema["properties"]?.AsObject() ?? []).Where(p => p.Key is not ("trim" or "crop" or "filter")).Select(p => $"\"{p.Key}\":{JsonOf(p.Value!, text, depth + 1)}"))}}}",
            "object" => "{}",
            "array" => $"[{JsonOf(schema["items"]!, text, depth + 1)}]",
            "boolean" => "false",
            "integer" or "number" => "1",
            _ when (string?)schema["format"] == "uuid" => $"\"{ids["assetId"]}\"",
            _ => $"\"{text}\"",
        };
    }
}
