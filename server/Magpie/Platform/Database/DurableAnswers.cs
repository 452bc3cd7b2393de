namespace Magpie.Platform.Database;

/// <summary>For routes that flush what they write themselves.</summary>
internal sealed class FlushesItself;

internal static class DurableAnswers
{
    /// <summary>A request that changes something is not answered before the change can survive a power cut.</summary>
    public static void UseDurableAnswers(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<WriteAheadLog>();
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method))
                {
                    context.Response.OnStarting(() => IsPromise(context) ? log.FlushAsync() : Task.CompletedTask);
                }

                return next(context);
            }
        );
    }

    private static bool IsPromise(HttpContext context) =>
        context.Response.StatusCode < StatusCodes.Status400BadRequest
        && context.GetEndpoint()?.Metadata.GetMetadata<FlushesItself>() is null;
}
