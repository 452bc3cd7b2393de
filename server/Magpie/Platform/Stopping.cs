namespace Magpie.Platform;

internal static class Stopping
{
    /// <summary>
    /// Whether something ended because the server was told to stop, however often it was wrapped on its way: no error, and nothing to tell.
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
