namespace Magpie.Platform.Media.Inspection;

/// <summary>What a file may claim about itself and still be worth decoding.</summary>
/// <param name="MaxPixels">Width times height of the whole picture, and of each frame.</param>
/// <param name="MaxFrames">Frames of an animated picture.</param>
/// <param name="MaxScans">Passes of a progressive JPEG. Programs write about ten; each one costs a decoder the whole picture again.</param>
/// <param name="MaxCuts">Entries of a video's edit list. Cameras write one or two, editors a few dozen; a decoder searches all samples for
/// each.</param>
internal sealed record StructureLimits(long MaxPixels = 100_000_000, int MaxFrames = 10_000, int MaxScans = 100, int MaxCuts = 1_000)
{
    public static StructureLimits Default { get; } = new();
}
