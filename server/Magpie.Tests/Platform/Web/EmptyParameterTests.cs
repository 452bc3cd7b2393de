using System.Text.Json;
using Magpie.Tests.Conventions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web;

/// <summary>A parameter whose value got lost on the way, such as a variable that was never set.</summary>
public sealed class EmptyParameterTests(SharedApp app) : IClassFixture<SharedApp>
{
    /// <summary>Every parameter of an address that may be left out and is no text: method, path, name.</summary>
    public static TheoryData<string, string, string> Parameters()
    {
        using var api = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "openapi.json")));
        return new(
            from path in api.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.TryGetProperty("parameters", out _)
            from parameter in operation.Value.GetProperty("parameters").EnumerateArray()
            where parameter.GetProperty("in").GetString() == "query" && !parameter.TryGetProperty("required", out _) && IsNoText(parameter.GetProperty("schema"))
            select (operation.Name, path.Name, parameter.GetProperty("name").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task It_does_not_mean_the_default(string method, string path, string name)
    {
        var address = string.Join('/', path.Split('/').Select(part => part is "{ordinal}" ? "0" : part.StartsWith('{') ? $"{Guid.NewGuid()}" : part));

        using var answer = await app.Owner.Http.SendAsync(new(HttpMethod.Parse(method), $"{address}?{name}="));

        await answer.ShouldBeProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task A_text_may_be_empty()
    {
        using var answer = await app.Owner.Http.GetAsync("/api/posts?q=");

        await answer.ReadJsonAsync();
    }

    [Fact]
    public async Task A_text_may_not_be_longer_than_it_is_looked_for()
    {
        using var answer = await app.Owner.Http.GetAsync($"/api/posts?q={new string('q', 201)}");

        Assert.True((await answer.ShouldBeProblemAsync(400, "invalid-request")).GetProperty("errors").TryGetProperty("q", out _));
    }

    private static bool IsNoText(JsonElement schema) =>
        schema.TryGetProperty("format", out _) || schema.TryGetProperty("enum", out _) || schema.GetProperty("type").GetString() is "boolean" or "integer";
}
