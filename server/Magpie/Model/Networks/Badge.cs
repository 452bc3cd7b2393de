namespace Magpie.Model.Networks;

/// <summary>How well a file fits a surface; the order is from good to bad.</summary>
public enum Badge
{
    /// <summary>Meets the recommendation and every requirement.</summary>
    Green,

    /// <summary>Will work, below the recommendation.</summary>
    Amber,

    /// <summary>Breaks a requirement.</summary>
    Red,
}

public enum Strength
{
    Requirement,
    Recommendation,
}
