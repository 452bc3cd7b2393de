using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Magpie.Features.Operations;

/// <summary>What Magpie does when the machine or the database fails.</summary>
internal static class OperationsSetup
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<MetricsText>();
        services.AddScoped<StoredFigures>();
        services.AddSingleton<DiskReserve>();
        services.AddHostedService(provider => provider.GetRequiredService<DiskReserve>());
        services.AddHealthChecks().AddCheck<StartHealth>("start").AddCheck<DiskHealth>("disk");
        services.AddExceptionHandler<OutageAnswer>();
        services.AddHostedService<StopWorkOnDamage>();

        services.AddSingleton<LoggerFactory>();
        services.Replace(
            ServiceDescriptor.Singleton<ILoggerFactory>(provider => new OutageLog(
                new PlainLog(provider.GetRequiredService<LoggerFactory>()),
                provider.GetRequiredService<TimeProvider>(),
                // Resolved late, because they have loggers themselves.
                error => provider.GetRequiredService<DatabaseState>().Note(error),
                () => StoppingOf(provider)
            ))
        );
    }

    public static void UseOutageGate(this WebApplication app) => app.UseMiddleware<OutageGate>();

    private static CancellationToken StoppingOf(IServiceProvider provider)
    {
        try
        {
            return provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        }
        catch (ObjectDisposedException)
        {
            return new(canceled: true); // It has stopped, and something in the background says its last word.
        }
    }
}
