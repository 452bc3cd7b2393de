using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

/// <summary>Every list that the API takes, with nothing where a value belongs.</summary>
public sealed partial class ListTests(SharedApp app) : IClassFixture<SharedApp>
{
    private JsonObject document = null!;

    [Fact]
    public async Task No_operation_takes_a_list_with_null_in_it()
    {
        document = JsonNode
            .Parse(await app.NewVisitor().Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!
            .AsObject();
        var asked = new List<string>();
        foreach (var (path, verbs) in document["paths"]!.AsObject())
        {
            foreach (
                var (verb, operation) in verbs!
                    .AsObject()
                    .Where(verb => verb.Value!["requestBody"]?["content"]?["application/json"] is not null)
            )
            {
                foreach (var body in WithNull(operation!["requestBody"]!["content"]!["application/json"]!["schema"]!, 0))
                {
                    using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                    var address = Parameter().Replace(path, found => found.Value is "{provider}" ? "dropbox" : $"{Guid.Empty}");
                    using var answer = await app.Owner.Http.SendAsync(
                        new(new HttpMethod(verb.ToUpperInvariant()), address) { Content = content },
                        TestContext.Current.CancellationToken
                    );

                    asked.Add($"{verb} {path} {body}");
                    Assert.True((int)answer.StatusCode is 400, $"{asked[^1]}: {(int)answer.StatusCode}");
                    Assert.Equal(
                        "A list holds null where a value belongs. Leave it out of the list.",
                        (await answer.ShouldBeProblemAsync(400, "invalid-request")).Sentence()
                    );
                }
            }
        }

        Assert.Contains("""post /api/imports {"urls":[null]}""", asked);
        Assert.Contains("""post /api/assets/actions {"filter":{"label":[null]}}""", asked);
        Assert.InRange(asked.Count, 15, 200);
    }

    /// <summary>A body for each list in it, with nothing but that.</summary>
    private IEnumerable<string> WithNull(JsonNode schema, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        var isList = schema["type"] is JsonArray types ? types.Any(type => (string?)type == "array") : (string?)schema["type"] is "array";
        return depth > 4 ? []
            : isList ? ["[null]", .. WithNull(schema["items"]!, depth + 1).Select(item => $"[{item}]")]
            :
            [
                .. (schema["oneOf"]?.AsArray() ?? []).SelectMany(choice => WithNull(choice!, depth + 1)),
                .. (schema["properties"]?.AsObject() ?? []).SelectMany(member =>
                    WithNull(member.Value!, depth + 1).Select(value => $$"""{"{{member.Key}}":{{value}}}""")
                ),
            ];
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
