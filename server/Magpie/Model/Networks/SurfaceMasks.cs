namespace Magpie.Model.Networks;

/// <summary>
/// The verdicts on a file without their words, small enough to be stored with it: bit n is the surface of number n.
/// Ideal is part of Usable, and Usable part of Judged.
/// </summary>
/// <param name="Ideal">Green.</param>
/// <param name="Usable">Green or amber.</param>
/// <param name="Judged">Those that have a rule for this kind of file; one that is not usable is red.</param>
public readonly record struct SurfaceMasks(long Ideal, long Usable, long Judged)
{
    public Badge? On(Surface surface) => Worst(surface.Bit);

    /// <summary>The worst badge over surfaces, given as their bits; null where none of them has a verdict.</summary>
    public Badge? Worst(long surfaces) =>
        (Judged & surfaces) == 0 ? null
        : (Judged & ~Usable & surfaces) != 0 ? Badge.Red
        : (Judged & ~Ideal & surfaces) != 0 ? Badge.Amber
        : Badge.Green;

    /// <summary>The best badge over surfaces, given as their bits; null where none of them has a verdict.</summary>
    public Badge? Best(long surfaces) =>
        (Judged & surfaces) == 0 ? null
        : (Ideal & surfaces) != 0 ? Badge.Green
        : (Usable & surfaces) != 0 ? Badge.Amber
        : Badge.Red;
}
