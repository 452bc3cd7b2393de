using Magpie.Model;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The inspection of one file: its window, its verdicts, and how much work is left.</summary>
internal sealed class InspectedFile(FileWindow file, string name, StructureLimits limits, CancellationToken ct)
{
    // An hour of video has some ten thousand parts; a file of nothing but headers would have millions.
    private int _partsLeft = 500_000;

    public FileWindow File => file;

    public string Name => name;

    public StructureLimits Limits => limits;

    public ValueTask<bool> HasAsync(int count) => file.HasAsync(count, ct);

    /// <summary>Ask before each part (chunk, box, block); false when the file has used up its work.</summary>
    public bool MayReadOn() => --_partsLeft >= 0;

    public StructureVerdict? TooManyParts() => _partsLeft < 0 ? Unsure("very many parts") : null;

    public static StructureVerdict Sound(int? width, int? height, int? frames = null) => new StructureVerdict.Sound(width, height, frames);

    public static StructureVerdict Unsure(string why) => new StructureVerdict.Unsure(why);

    public static StructureVerdict Refused(RuleViolation violation) => new StructureVerdict.Refused(violation);

    /// <param name="how">What is wrong, as the end of a sentence.</param>
    public StructureVerdict Damaged(Damage how) => Refused(InspectionRefusals.Damaged(name, how));

    public StructureVerdict CutOff() => Damaged(Damage.CutOff);

    /// <summary>Null when a picture of that size may be decoded.</summary>
    public StructureVerdict? CheckSize(long width, long height) =>
        width <= 0 || height <= 0 ? Damaged(Damage.NoSize)
        : width > limits.MaxPixels / height ? Refused(InspectionRefusals.TooManyPixels(name, width, height, limits))
        : null;
}
