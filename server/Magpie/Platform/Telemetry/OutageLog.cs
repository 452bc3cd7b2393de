using System.Collections.Concurrent;

namespace Magpie.Platform.Telemetry;

/// <summary>
/// Logs an <see cref="Outage"/> as one line without a stack trace, and once a minute for each source, because background work meets it
/// again and again. Anything ended by a stop is not logged at all. Everything else passes unchanged.
/// </summary>
internal sealed class OutageLog(ILoggerFactory inner, TimeProvider time, Action<Exception> report, Func<CancellationToken> stopping)
    : ILoggerFactory
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName), time, report, stopping);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Logger(ILogger inner, TimeProvider time, Action<Exception> report, Func<CancellationToken> stopping) : ILogger
    {
        private readonly ConcurrentDictionary<Outage, long> said = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (exception is not null && stopping().IsWhyEnded(exception))
            {
                return;
            }

            if (Outages.Of(exception) is not { } outage)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            report(exception!);
            if (inner.IsEnabled(logLevel) && (!said.TryGetValue(outage, out var last) || time.GetElapsedTime(last) >= Silence))
            {
                said[outage] = time.GetTimestamp();
                inner.Log(
                    logLevel,
                    eventId,
                    state,
                    null,
                    (words, _) => $"{FirstLineOf(formatter(words, null))} ({Outages.ReasonOf(exception!)})"
                );
            }
        }

        // Some put the whole error into their message as well.
        private static string FirstLineOf(string words) => words.Split('\n', 2)[0].TrimEnd();
    }
}
