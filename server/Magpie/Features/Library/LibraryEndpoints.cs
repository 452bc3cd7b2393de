using Magpie.Features.Library.Actions;
using Magpie.Features.Library.Labels;
using Magpie.Features.Library.Processing;
using Magpie.Features.Library.Sharing;
using Magpie.Features.Library.Trash;
using Magpie.Platform.Web;

namespace Magpie.Features.Library;

/// <summary>Find, look at, change, download and delete assets.</summary>
internal static class LibraryEndpoints
{
    private static readonly string[] GetOrHead = ["GET", "HEAD"];

    /// <summary>The only address for files that needs no session.</summary>
    public static void MapSharedFiles(this IEndpointRouteBuilder app) =>
        app.MapMethods("/shared/{token}/{name?}", GetOrHead, GetSharedFile.HandleAsync)
            .WithTags("Library")
            .WithName("getSharedFile")
            .AllowAnonymous()
            .Refuses(404);

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        var assets = api.MapGroup("/assets").WithTags("Library");

        assets.MapFilteredGet("", ListAssets.HandleAsync).Compressed().WithName("listAssets").Refuses(400, 404).ProducesValidationProblem();
        assets.MapFilteredGet("/summary", SummarizeAssets.HandleAsync).Compressed().WithName("summarizeAssets").Refuses(400, 404);
        assets
            .MapPost("/actions", ActOnAssets.HandleAsync)
            .WithName("actOnAssets")
            .WithFootprint(Footprint.Frees)
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        assets.MapGet("/{assetId:guid}", GetAsset.HandleAsync).WithName("getAsset").Refuses(404, 410);
        assets
            .MapPatch("/{assetId:guid}", EditAsset.HandleAsync)
            .WithName("editAsset")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        assets.MapDelete("/{assetId:guid}", DeleteAsset.HandleAsync).WithName("deleteAsset").Refuses(403, 404, 409);
        assets.MapPost("/{assetId:guid}/retry", RetryAsset.HandleAsync).WithName("retryAsset").Refuses(403, 404, 409);
        assets.MapMethods("/{assetId:guid}/original", GetOrHead, GetOriginal.HandleAsync).WithName("getOriginal").Refuses(404);
        assets.MapMethods("/{assetId:guid}/renditions/{kind}", GetOrHead, GetRendition.HandleAsync).WithName("getRendition").Refuses(404);

        assets.MapPost("/{assetId:guid}/link", SwitchLinkOn.HandleAsync).WithName("switchLinkOn").Refuses(403, 404, 409, 422);
        assets.MapDelete("/{assetId:guid}/link", SwitchLinkOff.HandleAsync).WithName("switchLinkOff").Refuses(403, 404);
        assets
            .MapPost("/zip", DownloadAssets.HandleAsync)
            .WithName("downloadAssets")
            .WithFootprint(Footprint.Reads)
            .Accepts<DownloadAssetsRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces(200, contentType: "application/zip")
            .Refuses(400, 404)
            .DisableAntiforgery();

        api.MapGet("/surfaces", ListSurfaces.Handle).Compressed().WithTags("Library").WithName("listSurfaces");
        api.MapDelete("/trash", EmptyTrash.HandleAsync).WithTags("Library").WithName("emptyTrash").Refuses(403, 404);

        var labels = api.MapGroup("/labels").WithTags("Labels");
        labels.MapGet("", ListLabels.HandleAsync).Compressed().WithName("listLabels").Refuses(404).ProducesValidationProblem();
        labels
            .MapPatch("/{labelId:long}", RenameLabel.HandleAsync)
            .WithName("renameLabel")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        labels.MapDelete("/{labelId:long}", DeleteLabel.HandleAsync).WithName("deleteLabel").Refuses(403, 404);
    }
}
