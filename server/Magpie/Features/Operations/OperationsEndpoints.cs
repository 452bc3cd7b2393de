using Magpie.Platform.Telemetry;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Magpie.Features.Operations;

/// <summary>For whoever runs Magpie: whether it is alive and ready, and what it does.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this WebApplication app)
    {
        // Created here and not by the first request, so that everything is counted.
        _ = app.Services.GetRequiredService<MetricsText>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = ShowReadiness.WriteAsync });
        app.MapGet("/metrics", ShowMetrics.HandleAsync).WithHead().ExcludeFromDescription();
    }
}
