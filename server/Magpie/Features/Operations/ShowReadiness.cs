using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Magpie.Features.Operations;

internal static class ShowReadiness
{
    /// <summary>One word, and below it a line for each part that is not well.</summary>
    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var ill = report
            .Entries.Where(part => part.Value.Status is not HealthStatus.Healthy)
            .Select(part => $"\n{part.Key}: {part.Value.Description ?? "It cannot be asked."}");
        return http.Response.WriteAsync(report.Status + string.Concat(ill));
    }
}
