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
            .Refuses(403, 404, 422, 429)
            .ProducesValidationProblem();
        imports
            .MapPost("/probe", ProbeAddress.HandleAsync)
            .WithName("probeAddress")
            .Refuses(404, 413, 415, 422, 429)
            .ProducesValidationProblem();
        imports.MapGet("/{importId:guid}", GetImport.HandleAsync).WithName("getImport").Refuses(404);
        imports.MapDelete("/{importId:guid}", CancelImport.HandleAsync).WithName("cancelImport").Refuses(404);
        imports
            .MapPost("/{importId:guid}/retry", RetryImport.HandleAsync)
            .WithName("retryImport")
            .WithFootprint(Footprint.Grows)
            .Refuses(403, 404, 409, 429);
        api.MapPost("/clouds/{provider}/imports", ImportFromCloud.HandleAsync)
            .WithName("importFromCloud")
            .WithTags("Clouds")
            .RequireAuthorization(Policies.Session)
            .WithFootprint(Footprint.Grows)
            .Refuses(403, 404, 409, 422, 429)
            .ProducesValidationProblem();
    }
}
