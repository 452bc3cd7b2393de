namespace Magpie.Model.Networks;

/// <summary>
/// The verdicts on a file without their sentences, small enough to store with it: bit n is the surface with number n. Ideal is a subset of
/// Usable, and Usable of Judged.
/// </summary>
/// <param name="Ideal">Green.</param>
/// <param name="Usable">Green or amber.</param>
/// <param name="Judged">Surfaces that have a rule for this kind of file; red unless also usable.</param>
public readonly record struct SurfaceMasks(long Ideal, long Usable, long Judged)
{
    public Badge? On(Surface surface) => Worst(surface.Bit);

    /// <summary>The worst badge of some surfaces, given as bits; null when none of them has a verdict.</summary>
    public Badge? Worst(long surfaces) =>
        (Judged & surfaces) == 0 ? null
        : (Judged & ~Usable & surfaces) != 0 ? Badge.Red
        : (Judged & ~Ideal & surfaces) != 0 ? Badge.Amber
        : Badge.Green;

    /// <summary>The best badge of some surfaces, given as bits; null when none of them has a verdict.</summary>
    public Badge? Best(long surfaces) =>
        (Judged & surfaces) == 0 ? null
        : (Ideal & surfaces) != 0 ? Badge.Green
        : (Usable & surfaces) != 0 ? Badge.Amber
        : Badge.Red;
}
