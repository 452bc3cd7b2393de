using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Magpie.Features.Operations;

/// <summary>For whoever runs Magpie: is it alive, is it ready, what does it do.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapGet("/metrics", ShowMetrics.Handle).ExcludeFromDescription();
    }
}
