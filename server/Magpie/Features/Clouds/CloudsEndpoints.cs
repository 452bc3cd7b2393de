using Magpie.Platform.Web;

namespace Magpie.Features.Clouds;

/// <summary>
/// A member's files at Dropbox and Google Drive. They are personal, so API tokens, which may be shared, cannot open them.
/// </summary>
internal static class CloudsEndpoints
{
    public static void MapClouds(this IEndpointRouteBuilder api)
    {
        var clouds = api.MapGroup("/clouds").WithTags("Clouds").RequireAuthorization(Policies.Session);
        clouds.MapGet("", ListClouds.HandleAsync).WithName("listClouds");

        var cloud = clouds.MapGroup("/{provider}");
        cloud.MapPost("/connect", ConnectCloud.HandleAsync).WithName("connectCloud").Refuses(409);
        cloud
            .MapGet("/callback", FinishConnecting.HandleAsync)
            .WithName("finishConnecting")
            .AllowAnonymous()
            .Produces(302)
            .AnswersHeadWith(_ => FinishConnecting.Describe());
        cloud.MapDelete("", DisconnectCloud.HandleAsync).WithName("disconnectCloud");
        cloud.MapGet("/files", BrowseCloud.HandleAsync).WithName("browseCloud").Refuses(400, 404, 409, 422, 429);
        cloud
            .MapGet("/files/{fileId}/thumbnail", ShowCloudThumbnail.HandleAsync)
            .WithName("showCloudThumbnail")
            .Refuses(404, 409, 422, 429);
    }
}
