namespace Magpie.Model.Networks;

/// <summary>What a rule can require or recommend.</summary>
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

    /// <summary>When one of these is violated, the recommended size is not worth mentioning.</summary>
    Dimensions = MinSize | MaxSize | MaxPixels | Aspect,
}

/// <summary>The constraints of one rule that a file violates.</summary>
public readonly record struct Violations(Constraint Required, Constraint Recommended)
{
    public Badge Badge =>
        Required != Constraint.None ? Badge.Red
        : Recommended != Constraint.None ? Badge.Amber
        : Badge.Green;
}
