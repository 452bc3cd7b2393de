namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// How long browsers show a frame. Files were once made to run "as fast as possible" and are still about; what asks for ten thousandths
/// of a second or less, in whatever format, is shown for a tenth.
/// </summary>
internal static class FrameDelay
{
    private const int TooFast = 10,
        Instead = 100;

    /// <param name="milliseconds">As the file has it.</param>
    public static int Shown(int milliseconds) => milliseconds <= TooFast ? Instead : milliseconds;
}
