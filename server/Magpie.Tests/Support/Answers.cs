using System.Net.Http.Json;
using System.Text.Json;

namespace Magpie.Tests.Support;

public static class Answers
{
    /// <summary>Asserts that it is a problem (RFC 9457) of that type with a sentence, and returns its body.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, int status, string type)
    {
        Assert.True(
            (int)answer.StatusCode == status,
            $"{(int)answer.StatusCode} instead of {status}: {await answer.Content.ReadAsStringAsync()}"
        );
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:magpie:" + type, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        return problem;
    }

    public static string Sentence(this JsonElement problem) => problem.GetProperty("title").GetString()!;

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string Header(this HttpResponseMessage answer, string name) =>
        string.Join(
            ", ",
            answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? values : []
        );
}
