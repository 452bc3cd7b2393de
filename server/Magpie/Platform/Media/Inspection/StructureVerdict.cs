using Magpie.Model;

namespace Magpie.Platform.Media.Inspection;

/// <summary>What the headers of a file tell, before anything of it is decoded.</summary>
internal abstract record StructureVerdict
{
    private StructureVerdict() { }

    /// <summary>Whole, and built as files of its format are. Whether its pixels decode is not known yet.</summary>
    /// <param name="Width">Stored pixels, before any rotation; null where the headers do not say.</param>
    /// <param name="Height">Stored pixels, before any rotation; null where the headers do not say.</param>
    /// <param name="Frames">Frames of a picture, 1 for a still one; null for videos.</param>
    public sealed record Sound(int? Width, int? Height, int? Frames) : StructureVerdict;

    /// <summary>Odd, yet perhaps good: only decoding it (in the sandbox) can tell, so decode before answering.</summary>
    /// <param name="Why">For the log, not for people.</param>
    public sealed record Unsure(string Why) : StructureVerdict;

    public sealed record Refused(RuleViolation Violation) : StructureVerdict;
}
