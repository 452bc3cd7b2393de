using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Magpie.Platform.Database;

/// <summary>Asks the database, with a short timeout.</summary>
internal sealed class DatabaseHealth(DatabaseWatch watch, DatabaseState state, SqliteIntegrity? integrity = null) : IHealthCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.WhenAll(watch.AskAsync(), integrity?.WaitAsync() ?? Task.CompletedTask).WaitAsync(Timeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"It has not answered within {Timeout.TotalSeconds} seconds. It is asked again by itself.");
        }

        return state switch
        {
            { Damage: { } reason } => HealthCheckResult.Unhealthy(
                $"It is damaged ({reason}). Restore a backup, or rescue what can be read; the guide says how."
            ),
            { Unavailable: { } reason } => HealthCheckResult.Unhealthy($"It does not answer ({reason}). It is asked again by itself."),
            { IsFull: true } => HealthCheckResult.Unhealthy("Its disk is full. Make room on the machine that PostgreSQL runs on."),
            _ => HealthCheckResult.Healthy(),
        };
    }
}
