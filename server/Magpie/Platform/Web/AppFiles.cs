using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

/// <summary>
/// The web app's files. Those with a hash in their name are cached by browsers forever, the page that names them never. Each is sent as the
/// web build has compressed it, <c>index.js.br</c> next to <c>index.js</c>, if the browser accepts that.
/// </summary>
internal static class AppFiles
{
    private const string Page = "/index.html";
    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly Dictionary<string, string> Endings = new() { ["br"] = ".br", ["gzip"] = ".gz" };

    public static void UseAppFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use(
            (context, next) =>
                IsRead(context.Request)
                && context.Request.Path.Value is { } path
                && !Endings.ContainsValue(Path.GetExtension(path))
                && Types.TryGetContentType(path, out var type)
                && files.GetFileInfo(path) is { Exists: true } file
                    ? SendAsync(context, files, file, path, type)
                    : next(context)
        );
    }

    /// <summary>Every address outside the API is a page of the app; the app's router knows which.</summary>
    public static void MapAppPages(this WebApplication app)
    {
        app.Map("/api/{**rest}", () => Results.NotFound()).ExcludeFromDescription();
        app.MapFallback(ShowAppAsync);
    }

    private static Task ShowAppAsync(HttpContext context, IWebHostEnvironment environment)
    {
        var files = environment.WebRootFileProvider;
        if (IsRead(context.Request) && !Path.HasExtension(context.Request.Path) && files.GetFileInfo(Page) is { Exists: true } page)
        {
            return SendAsync(context, files, page, Page, "text/html");
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext context, IFileProvider files, IFileInfo file, string path, string type)
    {
        var headers = context.Response.Headers;
        var isPart = path.StartsWith("/assets/", StringComparison.Ordinal);
        headers.CacheControl = isPart ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (isPart)
        {
            SecurityHeaders.LeaveOutThoseOfDocuments(headers);
        }

        // Ranges refer to the uncompressed file.
        if (
            context.Request.Headers.Range.Count == 0
            && Codings.WantedBy(context.Request) is { } coding
            && files.GetFileInfo(path + Endings[coding]) is { Exists: true } packed
        )
        {
            headers.ContentEncoding = coding;
            file = packed;
        }

        return TypedResults
            .PhysicalFile(
                file.PhysicalPath!,
                type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type,
                entityTag: TagOf(file, headers.ContentEncoding.ToString()),
                enableRangeProcessing: headers.ContentEncoding.Count == 0
            )
            .ExecuteAsync(context);
    }

    /// <summary>Different for each compression, because the bytes differ.</summary>
    private static EntityTagHeaderValue TagOf(IFileInfo file, string coding) =>
        new($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}{coding}\"");

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
