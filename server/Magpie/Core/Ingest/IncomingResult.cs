using Magpie.Model;

namespace Magpie.Core.Ingest;

/// <summary>Whether a file goes on coming in.</summary>
/// <param name="IsHeld">
/// False: whoever takes it in has lost it meanwhile, to somebody who cancelled it or to another request or server.
/// </param>
/// <param name="Refusal">Why it is not kept.</param>
internal readonly record struct IncomingResult(bool IsHeld, RuleViolation? Refusal)
{
    public static readonly IncomingResult Fine = new(true, null);
    public static readonly IncomingResult Lost = new(false, null);

    public bool GoesOn => IsHeld && Refusal is null;

    public static IncomingResult Refused(RuleViolation why) => new(true, why);
}
