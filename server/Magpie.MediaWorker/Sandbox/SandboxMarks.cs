namespace Magpie.MediaWorker.Sandbox;

internal static class SandboxMarks
{
    /// <summary>Tells the confined program whether the kernel took the file system away from it.</summary>
    public const string Landlock = "MAGPIE_LANDLOCK";
}
