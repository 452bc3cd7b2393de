using Magpie.Platform.Telemetry;

namespace Magpie.Features.Operations;

internal static class ShowMetrics
{
    /// <summary>The text format that Prometheus reads.</summary>
    public static IResult Handle(MetricsText metrics) => TypedResults.Text(metrics.Render(), "text/plain; version=0.0.4; charset=utf-8");
}
