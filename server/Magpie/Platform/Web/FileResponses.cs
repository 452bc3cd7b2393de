using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

/// <summary>How users' files are sent: with our own content type, never sniffed, never as a page, and cached by browsers forever.</summary>
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
