using System.Net;
using System.Text.Json.Nodes;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

public sealed class OpenApiTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task The_file_in_the_repository_describes_the_server_as_it_is()
    {
        var served = JsonNode.Parse(await app.NewVisitor().Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var kept = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "openapi.json"), TestContext.Current.CancellationToken)
        );

        Assert.True(
            JsonNode.DeepEquals(kept, served),
            "openapi.json is not what the server says of itself. Run scripts/openapi and commit what it writes."
        );
    }

    [Fact]
    public async Task Every_route_has_a_name_that_a_client_can_call_it_by()
    {
        var document = JsonNode.Parse(
            await app.NewVisitor().Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)
        )!;

        var nameless = document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject().Where(verb => verb.Value!["operationId"] is null).Select(verb => $"{verb.Key} {path.Key}")
            );

        Assert.Empty(nameless);
    }

    [Fact]
    public async Task It_is_sent_once_to_whoever_keeps_it()
    {
        var visitor = app.NewVisitor();
        using var first = await visitor.Http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.NotNull(first.Headers.ETag);
        visitor.Http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag);

        using var again = await visitor.Http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }
}
