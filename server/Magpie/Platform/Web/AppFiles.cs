namespace Magpie.Platform.Web;

/// <summary>The web app: files whose names carry their hash are kept by browsers for good, the page that names them never.</summary>
internal static class AppFiles
{
    private const string Page = "index.html";

    public static void UseAppFiles(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    /// <summary>Every address that is not the API's is a page of the app, and the app's router knows which.</summary>
    public static void MapAppPages(this WebApplication app)
    {
        app.Map("/api/{**rest}", () => Results.NotFound()).ExcludeFromDescription();
        app.MapFallback(ShowAppAsync);
    }

    private static async Task ShowAppAsync(HttpContext context, IWebHostEnvironment environment)
    {
        var page = environment.WebRootFileProvider.GetFileInfo(Page);
        var isForPage = (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && !Path.HasExtension(context.Request.Path);
        if (!isForPage || !page.Exists)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.SendFileAsync(page, context.RequestAborted);
    }
}
