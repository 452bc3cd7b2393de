using Magpie.Model;

namespace Magpie.Platform.Media.Inspection;

/// <summary>What the headers of a file show, before anything is decoded.</summary>
internal abstract record StructureVerdict
{
    private StructureVerdict() { }

    /// <summary>Complete, and built like files of its format. Whether its pixels decode is not known yet.</summary>
    /// <param name="Width">Stored pixels, before any rotation; null where the headers do not say.</param>
    /// <param name="Height">Stored pixels, before any rotation; null where the headers do not say.</param>
    /// <param name="Frames">Frames of a picture, 1 for a still one; null for videos.</param>
    public sealed record Sound(int? Width, int? Height, int? Frames) : StructureVerdict;

    /// <summary>Unusual, but perhaps fine: only decoding it in the sandbox can tell, so do that before answering.</summary>
    /// <param name="Why">For the log, not for people.</param>
    public sealed record Unsure(string Why) : StructureVerdict;

    public sealed record Refused(RuleViolation Violation) : StructureVerdict;
}
