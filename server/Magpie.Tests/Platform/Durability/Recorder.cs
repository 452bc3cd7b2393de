using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Durability;

/// <summary>Starts the real program so that every call which changes a file is written down, over all its lives.</summary>
internal static class Recorder
{
    private const string Calls =
        "openat,pwrite64,ftruncate,fsync,fdatasync,mkdir,mkdirat,unlink,unlinkat,rmdir,link,linkat,rename,renameat,renameat2,"
        + UnknownCalls.Names;

    /// <param name="trace">A file that does not exist yet.</param>
    public static Task<ServerProcess> StartAsync(string trace, params (string Key, string Value)[] settings) =>
        ServerProcess.StartNewUnderAsync(
            // Not the media workers, ffmpeg and such (-b): they may write to scratch alone. Whole paths and data (-y -xx -s).
            [
                "strace",
                "-f",
                "-b",
                "execve",
                "-y",
                "-xx",
                "-ttt",
                "-s",
                "100000000",
                "-A",
                "-o",
                trace,
                "-e",
                $"trace={Calls}",
                "-e",
                "signal=none",
            ],
            settings
        );
}
