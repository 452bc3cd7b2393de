using Magpie.Platform;
using Magpie.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Magpie.Tests.Platform;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("a\u001b[2J\u001b]52;c;aGk=\u0007.jpg", @"a\x1b[2J\x1b]52;c;aGk=\x07.jpg")]
    [InlineData("two\nlines\r\tb\u007f.jpg", @"two\nlines\r\tb\x7f.jpg")]
    [InlineData("c1\u009b31m.jpg", @"c1\x9b31m.jpg")]
    [InlineData("a\u202egpj.exe", @"a\u202egpj.exe")]
    [InlineData("a\u2067b\u2028c\u200fd\ufeff", @"a\u2067b\u2028c\u200fd\ufeff")]
    public void What_a_terminal_would_obey_is_written_as_its_number(string text, string plain) =>
        Assert.Equal(plain, TerminalText.OneLine(text));

    [Theory]
    [InlineData("Über den Wolken 🌤 👩‍👩‍👧 (1).JPG")]
    [InlineData("café \u0301 日本 שלום.png")]
    public void Names_in_any_script_stay(string text) => Assert.Equal(text, TerminalText.OneLine(text));

    [Fact]
    public void Half_a_letter_is_written_as_its_number() => Assert.Equal(@"a\ud83d.jpg", TerminalText.OneLine("a\ud83d.jpg"));

    [Fact]
    public void A_library_that_writes_to_the_terminal_itself_writes_nothing_that_it_obeys()
    {
        using var seen = new StringWriter { NewLine = "\n" };
        using var terminal = new PlainWriter(seen) { NewLine = "\n" };
        terminal.WriteLine("no '\u001b[31m' here");
        terminal.Write("🌤".ToCharArray());
        foreach (var half in "🌤\u009b")
        {
            terminal.Write(half);
        }

        terminal.WriteLine();
        Assert.Equal("no '\\x1b[31m' here\n🌤🌤\\x9b\n", seen.ToString());
    }

    [Fact]
    public void A_log_shows_neither_a_message_nor_an_error_that_a_terminal_would_obey()
    {
        var lines = new List<string>();
        using var log = new PlainLog(new Kept(lines));
        log.CreateLogger("Test").LogError(new IOException("no file 'a\u001b[2J.jpg'"), "Lost {Name}", "b\u009b31m\r.jpg");
        log.CreateLogger("Test").LogError(new IOException("nothing odd"), "Lost");
        Assert.Equal(@"Lost b\x9b31m" + "\n.jpg", lines[0]);
        Assert.Contains(@"System.IO.IOException: no file 'a\x1b[2J.jpg'", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("System.IO.IOException: nothing odd", lines[3], StringComparison.Ordinal);
    }

    private sealed class Kept(List<string> lines) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.AddRange([formatter(state, exception), exception?.ToString() ?? ""]);
    }
}
