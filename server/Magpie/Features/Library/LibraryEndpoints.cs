namespace Magpie.Features.Library;

/// <summary>Find, look at, download and delete assets.</summary>
internal static class LibraryEndpoints
{
    private static readonly string[] GetOrHead = ["GET", "HEAD"];

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        var assets = api.MapGroup("/assets").WithTags("Library");

        assets.MapGet("", ListAssets.HandleAsync).WithName("listAssets").ProducesProblem(400).ProducesProblem(404).ProducesValidationProblem();
        assets.MapGet("/summary", SummarizeAssets.HandleAsync).WithName("summarizeAssets").ProducesProblem(404);
        assets.MapGet("/{assetId:guid}", GetAsset.HandleAsync).WithName("getAsset").ProducesProblem(404).ProducesProblem(410);
        assets.MapDelete("/{assetId:guid}", DeleteAsset.HandleAsync).WithName("deleteAsset").ProducesProblem(403).ProducesProblem(404);
        assets.MapPost("/{assetId:guid}/retry", RetryAsset.HandleAsync).WithName("retryAsset").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        assets.MapMethods("/{assetId:guid}/original", GetOrHead, GetOriginal.HandleAsync).WithName("getOriginal").ProducesProblem(404);
        assets.MapMethods("/{assetId:guid}/renditions/{kind}", GetOrHead, GetRendition.HandleAsync).WithName("getRendition").ProducesProblem(404);
    }
}
