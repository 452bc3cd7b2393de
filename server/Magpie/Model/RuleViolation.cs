namespace Magpie.Model;

/// <summary>An expected "no": a rule of the product said it cannot be done. Never thrown; always returned.</summary>
/// <param name="Code">Stable, the tail of the problem's <c>urn:magpie:…</c> type.</param>
/// <param name="Message">A sentence a person can act on: what happened, why, what to do.</param>
public sealed record RuleViolation(string Code, string Message);
