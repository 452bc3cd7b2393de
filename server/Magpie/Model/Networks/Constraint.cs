namespace Magpie.Model.Networks;

/// <summary>What a rule may say something about.</summary>
[Flags]
public enum Constraint
{
    None = 0,
    Format = 1,
    VideoCodec = 1 << 1,
    AudioCodec = 1 << 2,
    MinSize = 1 << 3,
    MaxSize = 1 << 4,
    MaxPixels = 1 << 5,
    Aspect = 1 << 6,
    MinSeconds = 1 << 7,
    MaxSeconds = 1 << 8,
    MinFrameRate = 1 << 9,
    MaxFrameRate = 1 << 10,
    MinBytes = 1 << 11,
    MaxBytes = 1 << 12,
    RecommendedSize = 1 << 13,
    RecommendedSeconds = 1 << 14,

    /// <summary>Where one of these is broken, the recommended size is not worth a word more.</summary>
    Dimensions = MinSize | MaxSize | MaxPixels | Aspect,
}

/// <summary>What a file breaks of one rule.</summary>
public readonly record struct Violations(Constraint Required, Constraint Recommended)
{
    public Badge Badge =>
        Required != Constraint.None ? Badge.Red
        : Recommended != Constraint.None ? Badge.Amber
        : Badge.Green;
}
