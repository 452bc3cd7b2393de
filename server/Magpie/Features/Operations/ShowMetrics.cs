using System.Security.Cryptography;
using System.Text;
using Magpie.Model;
using Magpie.Platform.Telemetry;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Doors;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Operations;

internal static class ShowMetrics
{
    private const string Bearer = "Bearer ";

    /// <summary>
    /// Metrics in the text format of Prometheus. They reveal what people do here and when, so they are only for the machine itself and for
    /// the operator's token.
    /// </summary>
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        MetricsText metrics,
        StoredFigures stored,
        IOptions<DoorOptions> doors,
        CancellationToken ct
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.IsLocal() && !(doors.Value.MetricsToken is { Length: > 0 } token && Brings(http.Request, token)))
        {
            if (doors.Value.MetricsToken is not { Length: > 0 })
            {
                return Problems.Of(RuleViolation.NotFound);
            }

            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Text(
                "Send the token of Magpie:MetricsToken.\n",
                "text/plain; charset=utf-8",
                statusCode: StatusCodes.Status401Unauthorized
            );
        }

        return TypedResults.Text(metrics.Render() + await stored.RenderAsync(ct), "text/plain; version=0.0.4; charset=utf-8");
    }

    /// <summary>Hashed, so that the time taken shows neither the length nor the first difference.</summary>
    private static bool Brings(HttpRequest request, string token) =>
        request.Headers.Authorization.ToString() is var sent
        && sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent[Bearer.Length..].Trim())),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );
}
