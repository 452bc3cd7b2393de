namespace Magpie.Platform.Telemetry;

/// <summary>
/// Keeps log entries from moving the cursor of the terminal that shows them: an ffmpeg error quotes the file, another one contains a path.
/// Line ends of stack traces stay; the console indents those within a message.
/// </summary>
internal sealed class PlainLog(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => inner.Log(logLevel, eventId, state, Plain(exception), (words, _) => TerminalText.Lines(formatter(words, exception)));

        private static Exception? Plain(Exception? exception) =>
            exception?.ToString() is { } text && TerminalText.Lines(text) is var plain && plain != text.ReplaceLineEndings("\n")
                ? new PlainException(plain)
                : exception;
    }

    private sealed class PlainException(string text) : Exception(text)
    {
        public override string ToString() => Message;
    }
}
