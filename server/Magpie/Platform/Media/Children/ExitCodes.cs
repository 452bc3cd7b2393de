using Magpie.MediaWorker.Protocol;

namespace Magpie.Platform.Media.Children;

/// <summary>
/// Distinguishes a program that ended by itself from one that was ended. .NET reports a signal as 128 plus its number; ffmpeg handles the
/// polite ones and ends with 255. Newer versions use other numbers above 128 for errors in the file, such as 183 for invalid data.
/// </summary>
internal static class ExitCodes
{
    private const int Signal = 128,
        EndedBySignal = 255;

    // HUP, INT, QUIT, KILL, USR1, USR2, PIPE, ALRM, TERM.
    private static readonly int[] FromOutside = [1, 2, 3, 9, 10, 12, 13, 14, 15];

    // ILL, TRAP, ABRT, BUS, FPE, SEGV, XCPU, XFSZ, SYS.
    private static readonly int[] OwnFaults = [4, 5, 6, 7, 8, 11, 24, 25, 31];

    /// <summary>Null when the program ended by itself, successfully or not.</summary>
    public static ChildLoss? LossOf(int exitCode) =>
        exitCode switch
        {
            LauncherExits.CouldNotStart => ChildLoss.NotStarted,
            EndedBySignal => ChildLoss.Ended,
            _ when FromOutside.Contains(exitCode - Signal) => ChildLoss.Ended,
            _ when OwnFaults.Contains(exitCode - Signal) => ChildLoss.Crashed,
            _ => null,
        };
}
