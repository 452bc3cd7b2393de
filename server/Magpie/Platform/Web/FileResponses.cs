using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

/// <summary>How bytes that people gave us go out: typed by us, never sniffed, never a page, and kept by the browser for good.</summary>
internal static class FileResponses
{
    public static void Describe(HttpResponse response, string fileName, bool download)
    {
        var disposition = new ContentDispositionHeaderValue(download ? "attachment" : "inline");
        disposition.SetHttpFileName(fileName);

        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = SecurityHeaders.FilePolicy;
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
    }
}
