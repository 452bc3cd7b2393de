using Magpie.Model;

namespace Magpie.Core.Ingest;

/// <summary>Whether a file goes on coming in.</summary>
/// <param name="IsHeld">False when somebody else has ended or taken over the upload or import.</param>
/// <param name="Refusal">Why the file is refused.</param>
internal readonly record struct IncomingResult(bool IsHeld, RuleViolation? Refusal)
{
    public static readonly IncomingResult Fine = new(true, null);
    public static readonly IncomingResult Lost = new(false, null);

    public bool GoesOn => IsHeld && Refusal is null;

    public static IncomingResult Refused(RuleViolation why) => new(true, why);
}
