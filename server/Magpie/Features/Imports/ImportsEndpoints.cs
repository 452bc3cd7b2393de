using Magpie.Platform.Web;

namespace Magpie.Features.Imports;

/// <summary>Files that the server fetches for its members. See docs/guide/imports.md.</summary>
internal static class ImportsEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");

        imports.MapGet("", ListImports.HandleAsync).WithName("listImports");
        imports
            .MapPost("", StartImports.HandleAsync)
            .WithName("startImports")
            .WithFootprint(Footprint.Grows)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .ProducesProblem(429)
            .ProducesValidationProblem();
        imports
            .MapPost("/probe", ProbeAddress.HandleAsync)
            .WithName("probeAddress")
            .ProducesProblem(404)
            .ProducesProblem(413)
            .ProducesProblem(415)
            .ProducesProblem(422)
            .ProducesProblem(429)
            .ProducesValidationProblem();
        imports.MapGet("/{importId:guid}", GetImport.HandleAsync).WithName("getImport").ProducesProblem(404);
        imports.MapDelete("/{importId:guid}", CancelImport.HandleAsync).WithName("cancelImport").ProducesProblem(404);
        imports
            .MapPost("/{importId:guid}/retry", RetryImport.HandleAsync)
            .WithName("retryImport")
            .WithFootprint(Footprint.Grows)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(429);
        api.MapPost("/clouds/{provider}/imports", ImportFromCloud.HandleAsync)
            .WithName("importFromCloud")
            .WithTags("Clouds")
            .RequireAuthorization(Policies.Session)
            .WithFootprint(Footprint.Grows)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesProblem(429)
            .ProducesValidationProblem();
    }
}
