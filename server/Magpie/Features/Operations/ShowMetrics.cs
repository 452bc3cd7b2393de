using Magpie.Platform.Telemetry;

namespace Magpie.Features.Operations;

internal static class ShowMetrics
{
    /// <summary>The text format that Prometheus reads.</summary>
    public static async Task<IResult> HandleAsync(MetricsText metrics, StoredFigures stored, CancellationToken ct) =>
        TypedResults.Text(metrics.Render() + await stored.RenderAsync(ct), "text/plain; version=0.0.4; charset=utf-8");
}
