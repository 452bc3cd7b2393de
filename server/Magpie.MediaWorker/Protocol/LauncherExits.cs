namespace Magpie.MediaWorker.Protocol;

internal static class LauncherExits
{
    /// <summary>The launcher speaks: the program never ran. ffmpeg and ffprobe end with no such code.</summary>
    public const int CouldNotStart = 125;
}
