namespace Magpie.MediaWorker.Sandbox;

internal static class SandboxMarks
{
    /// <summary>Tells the confined program whether the kernel took the file system away from it.</summary>
    public const string Landlock = "MAGPIE_LANDLOCK";

    /// <summary>What it works on, as the server calls it: for people who look at processes, since its arguments name descriptors.</summary>
    public const string Paths = "MAGPIE_PATHS";
}
