using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web;

internal static partial class HostRunner
{
    /// <summary>Prepares, then serves until told to stop.</summary>
    public static Task<int> ServeAsync(this WebApplication app, Func<Task> prepare) =>
        app.WorkAsync(async () =>
        {
            foreach (
                var url in (app.Configuration["MAGPIE_URLS"] ?? "").Split(
                    ';',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
            {
                _ = BindingAddress.Parse(url);
            }

            await prepare();
            await app.RunAsync();
            return 0;
        });

    /// <summary>
    /// Runs something with the composed app, whether it serves or not. An operator's mistake ends it with one line instead of a stack
    /// trace.
    /// </summary>
    public static async Task<int> WorkAsync(this WebApplication app, Func<Task<int>> work)
    {
        var (configuration, stopping) = (app.Configuration, app.Lifetime.ApplicationStopping); // Gone with the app when the start fails.
        try
        {
            RuntimePatch.Check();
            app.Services.GetService<IStartupValidator>()?.Validate(); // Before anything is touched, and before the host logs a stack.
            return await work();
        }
        catch (Exception error) when (stopping.IsWhyEnded(error))
        {
            return 0; // Before it had started.
        }
        catch (Exception error) when (SentenceFor(error, configuration) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"magpie: {TerminalText.OneLine(sentence)}");
            return 1;
        }
    }

    private static string? SentenceFor(Exception error, IConfiguration configuration) =>
        error switch
        {
            OptionsValidationException options => string.Join(" ", FailuresOf(options, configuration)),
            StartRefusedException refused => refused.Message,
            // The configuration binder's exception: it names the key, and the value that it could not use.
            InvalidOperationException { InnerException: not null, Message: var message }
                when message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => message,
            FormatException { Message: var message } when message.StartsWith("Invalid url", StringComparison.Ordinal) =>
                $"MAGPIE_URLS: {message}",
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
                $"{error.Message} Choose another address with MAGPIE_URLS.",
            _ when Outages.Of(error) is { } outage => SentenceFor(outage, error),
            DbException or InvalidOperationException { InnerException: DbException } =>
                $"The database cannot be used: {(error as DbException ?? error.InnerException)!.Message}",
            _ => null,
        };

    private static string SentenceFor(Outage outage, Exception error) =>
        outage switch
        {
            Outage.DatabaseUnavailable => $"The database cannot be used: {Outages.DetailOf(error)}",
            Outage.DatabaseDamaged =>
                $"The database is damaged ({Outages.ReasonOf(error)}). Restore a backup, or rescue what can be read: docs/guide/trouble.md",
            Outage.DiskFull => $"The disk is full ({Outages.ReasonOf(error)}). Make room on it and start again.",
            Outage.StorageUnavailable =>
                $"The disk cannot be used: {Outages.DetailOf(error)} Look at it, and at the owner of what lies in the data folder.",
            _ => throw new ArgumentOutOfRangeException(nameof(outage)),
        };

    // The framework's message names a class; the operator knows the key.
    private static IEnumerable<string> FailuresOf(OptionsValidationException error, IConfiguration configuration)
    {
        if (
            error.OptionsType.GetField("Section")?.GetRawConstantValue() is not string section
            || configuration.GetSection(section).Get(error.OptionsType) is not { } options
        )
        {
            return error.Failures;
        }

        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new(options), failures, validateAllProperties: true)
            // Composed of more than the section itself.
            ? error.Failures.Select(failure => FrameworksWords().Replace(failure, $"{section}:$1: $2"))
            : failures.Select(failure => $"{section}:{failure.MemberNames.FirstOrDefault()}: {failure.ErrorMessage}");
    }

    [GeneratedRegex("^DataAnnotation validation failed for '[^']*' members: '([^']*)' with the error: '(.*)'\\.$")]
    private static partial Regex FrameworksWords();
}
