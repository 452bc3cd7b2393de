using Magpie.Model.Uploads;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Magpie.Platform.Storage;

internal sealed class DiskHealth(DataFolder data, DiskReserve reserve) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            data.WhyNotWritable() is { } why
                ? HealthCheckResult.Unhealthy($"The data folder cannot be written: {why}. Look at its disk and its owner.")
            : reserve.IsFull
                ? HealthCheckResult.Unhealthy(
                    $"It is full: {UploadLimits.Megabytes(reserve.FreeBytes)} MB are left. Deleting works. Make room on it; the "
                        + "rest goes on by itself."
                )
            : HealthCheckResult.Healthy()
        );
}
