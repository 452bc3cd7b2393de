using Magpie.Platform.Telemetry;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Magpie.Features.Operations;

/// <summary>For whoever runs Magpie: is it alive, is it ready, what does it do.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this WebApplication app)
    {
        // Made here and not by the first who asks, so that nothing before that goes uncounted.
        _ = app.Services.GetRequiredService<MetricsText>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = ShowReadiness.WriteAsync });
        app.MapGet("/metrics", ShowMetrics.HandleAsync).WithHead().ExcludeFromDescription();
    }
}
