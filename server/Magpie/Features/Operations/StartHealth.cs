using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Magpie.Features.Operations;

/// <summary>The server listens a moment before all background work has started.</summary>
internal sealed class StartHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            lifetime.ApplicationStarted.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("It is not finished yet.")
        );
}
