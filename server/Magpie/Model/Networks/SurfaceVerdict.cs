using System.Text.Json;

namespace Magpie.Model.Networks;

/// <summary>How a file fits one surface. Green has no reasons; otherwise requirements come first.</summary>
public sealed record SurfaceVerdict(Surface Surface, Badge Badge, IReadOnlyList<SurfaceReason> Reasons);

/// <param name="Constraint">A single flag: what this is about.</param>
/// <param name="Sentence">What the file is and what the surface wants: "1080 × 1080; Instagram Reels recommend 1080 × 1920."</param>
/// <param name="Change">What to do: "Crop it to 9:16."</param>
public sealed record SurfaceReason(Constraint Constraint, Strength Strength, string Sentence, string Change)
{
    /// <summary>As programs call what this is about: <c>maxSeconds</c>.</summary>
    public string Code => JsonNamingPolicy.CamelCase.ConvertName(Constraint.ToString());

    /// <summary>The raw values in the sentences, so that a page can say them in any language.</summary>
    public required IReadOnlyDictionary<string, object?> Members { get; init; }
}
