using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Magpie.Platform.Web;

/// <summary>
/// The API's OpenAPI document. Made on the first request and cached: it does not change while the server runs, and takes longer to make
/// than to send.
/// </summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";

    private readonly Lock gate = new();
    private Task<(byte[] Json, EntityTagHeaderValue Tag)>? made;

    public static async Task<IResult> HandleAsync(ApiDocument document, HttpContext http, CancellationToken ct)
    {
        var (json, tag) = await document.GetAsync().WaitAsync(ct);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: tag);
    }

    private Task<(byte[] Json, EntityTagHeaderValue Tag)> GetAsync()
    {
        lock (gate)
        {
            return made is null or { IsFaulted: true } ? made = Task.Run(MakeAsync) : made;
        }
    }

    private async Task<(byte[] Json, EntityTagHeaderValue Tag)> MakeAsync()
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        var bytes = json.ToArray();
        return (bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
    }
}

internal static class ApiDocuments
{
    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Name, OpenApiDocumentRules.Apply);
        services.AddSingleton<ApiDocument>();
    }

    public static void MapApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"/openapi/{ApiDocument.Name}.json", ApiDocument.HandleAsync).WithHead().ExcludeFromDescription();
}
