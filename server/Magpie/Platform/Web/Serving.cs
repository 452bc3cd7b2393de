using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web;

internal static class Serving
{
    /// <summary>Prepares, then serves until told to stop. What the operator did wrong ends it with one line, not with a stack.</summary>
    public static async Task<int> ServeAsync(this WebApplication app, Func<Task> prepare)
    {
        try
        {
            await prepare();
            await app.RunAsync();
            return 0;
        }
        catch (Exception error) when (SentenceFor(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"magpie: {sentence}");
            return 1;
        }
    }

    private static string? SentenceFor(Exception error) => error switch
    {
        OptionsValidationException options => string.Join(" ", options.Failures),
        StartRefusedException refused => refused.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => $"{error.Message} Choose another address with MAGPIE_URLS.",
        _ => null,
    };
}
