namespace Magpie.Platform;

internal static class Stopping
{
    /// <summary>
    /// Whether an exception, however often wrapped, only means that the server was told to stop: not an error, and not worth logging.
    /// </summary>
    public static bool IsWhyEnded(this CancellationToken stopping, Exception error) =>
        stopping.IsCancellationRequested && IsCancellation(error);

    private static bool IsCancellation(Exception error) =>
        error switch
        {
            OperationCanceledException => true,
            AggregateException several => several.InnerExceptions.All(IsCancellation),
            { InnerException: { } inner } => IsCancellation(inner),
            _ => false,
        };
}
