using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Magpie.Features.Operations;

/// <summary>It listens a moment before all that works in the background has begun.</summary>
internal sealed class StartHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            lifetime.ApplicationStarted.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("It is not finished yet.")
        );
}
