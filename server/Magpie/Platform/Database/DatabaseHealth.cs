using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Magpie.Platform.Database;

internal sealed class DatabaseHealth(MagpieDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
