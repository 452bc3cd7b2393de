using System.Globalization;
using System.Text;
using Magpie.Model;
using Magpie.Model.Uploads;
using Magpie.Platform.Web;

namespace Magpie.Features.Uploads;

/// <summary>The header names and formats of tus 1.0.0.</summary>
internal static class TusProtocol
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,checksum,termination,expiration";
    public const string ChunkType = "application/offset+octet-stream";

    /// <summary>Every answer has the version; a request with another version is told ours.</summary>
    public static async ValueTask<object?> CheckVersionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["Tus-Resumable"] = Version;
        http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers["Tus-Resumable"] != Version)
        {
            http.Response.Headers["Tus-Version"] = Version;
            return Problems.Of(new RuleViolation("tus-version", $"Uploads speak tus {Version}. Send the header Tus-Resumable: {Version}."));
        }

        return http.Request.Headers.ContainsKey("Upload-Concat") ? Problems.Of(UploadProblems.Concatenation) : await next(context);
    }

    public static long? ReadNumber(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary><c>Upload-Metadata: key base64,key base64</c>; null when malformed.</summary>
    public static Dictionary<string, string>? ReadMetadata(HttpRequest request)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var pair in request
                .Headers["Upload-Metadata"]
                .ToString()
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            var (key, value) = pair.Split(' ') switch
            {
                [var name] => (name, ""),
                [var name, var encoded] => (name, encoded),
                _ => ("", ""),
            };
            var bytes = new byte[value.Length];
            if (
                key.Length == 0
                || !Convert.TryFromBase64String(value, bytes, out var length)
                || !metadata.TryAdd(key, Encoding.UTF8.GetString(bytes, 0, length))
            )
            {
                return null;
            }
        }

        return metadata;
    }

    public static void WriteState(HttpResponse response, Upload upload)
    {
        response.Headers["Upload-Offset"] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        if (upload.State is UploadState.Completed)
        {
            response.Headers["Magpie-Asset"] = $"/api/assets/{upload.Id}";
            if (upload.DuplicateOfId is { } duplicate)
            {
                response.Headers["Magpie-Duplicate-Of"] = $"/api/assets/{duplicate}";
            }
        }
    }
}
