using System.Text.Json;
using Magpie.Tests.Conventions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web;

/// <summary>
/// What openapi.json says of the parameters of an address is what the server holds them to; and one that got lost on the way is no choice.
/// </summary>
public sealed class ParameterTests(SharedApp app) : IClassFixture<SharedApp>
{
    /// <summary>Those that may be left out and are no text: method, address, name.</summary>
    public static TheoryData<string, string, string> NoTexts() =>
        new(Parameters().Where(one => !one.IsRequired && IsNoText(one.Schema)).Select(one => (one.Method, one.Address, one.Name)));

    /// <summary>Each with a value that is one more than there may be.</summary>
    public static TheoryData<string, string, string, string> OneMore() =>
        new(
            from one in Parameters()
            let value = one.Schema.TryGetProperty("maxLength", out var length) ? new string('q', length.GetInt32() + 1)
            : one.Schema.TryGetProperty("maximum", out var maximum) ? $"{maximum.GetInt64() + 1}"
            : null
            where value is not null
            select (one.Method, one.Address, one.Name, value)
        );

    [Theory]
    [MemberData(nameof(NoTexts))]
    public async Task One_that_is_left_empty_does_not_mean_the_default(string method, string address, string name)
    {
        using var answer = await app.Owner.Http.SendAsync(new(HttpMethod.Parse(method), $"{address}?{name}="));

        await answer.ShouldBeProblemAsync(400, "invalid-request");
    }

    [Theory]
    [MemberData(nameof(OneMore))]
    public async Task One_that_is_too_long_or_too_much_is_named(string method, string address, string name, string value)
    {
        using var answer = await app.Owner.Http.SendAsync(new(HttpMethod.Parse(method), $"{address}?{name}={value}"));

        Assert.True((await answer.ShouldBeProblemAsync(400, "invalid-request")).GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task A_text_may_be_empty()
    {
        using var answer = await app.Owner.Http.GetAsync("/api/posts?q=");

        await answer.ReadJsonAsync();
    }

    private static IEnumerable<(string Method, string Address, string Name, bool IsRequired, JsonElement Schema)> Parameters()
    {
        using var api = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "openapi.json")));
        return
        [
            .. from path in api.RootElement.Clone().GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.TryGetProperty("parameters", out _)
            from parameter in operation.Value.GetProperty("parameters").EnumerateArray()
            where parameter.GetProperty("in").GetString() == "query"
            select (
                operation.Name,
                AddressOf(path.Name),
                parameter.GetProperty("name").GetString()!,
                parameter.TryGetProperty("required", out _),
                parameter.GetProperty("schema")
            ),
        ];
    }

    /// <summary>With ids that nothing has.</summary>
    private static string AddressOf(string path) =>
        string.Join(
            '/',
            path.Split('/')
                .Select(part =>
                    part is "{ordinal}" ? "0"
                    : part.StartsWith('{') ? $"{Guid.Empty}"
                    : part
                )
        );

    private static bool IsNoText(JsonElement schema) =>
        schema.TryGetProperty("format", out _)
        || schema.TryGetProperty("enum", out _)
        || schema.GetProperty("type").GetString() is "boolean" or "integer";
}
