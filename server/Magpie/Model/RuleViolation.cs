namespace Magpie.Model;

/// <summary>An expected "no": a rule of the product said it cannot be done. Never thrown; always returned.</summary>
/// <param name="Code">Stable, the tail of the problem's <c>urn:magpie:…</c> type.</param>
/// <param name="Message">A sentence a person can act on: what happened, why, what to do.</param>
public sealed record RuleViolation(string Code, string Message)
{
    /// <summary>There is nothing of that id, or nothing that the caller may see: the two are never told apart.</summary>
    public static readonly RuleViolation NotFound = new("not-found", "There is nothing at this address. It may have been deleted.");

    /// <summary>
    /// All that the sentence says beside its code, such as <c>limitBytes</c>, by its name in JSON: raw values, so that a page can say it in
    /// any language. Where a code has several sentences, <c>reason</c> tells which one this is.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Members { get; private init; } = Values.None;

    public RuleViolation With(params IEnumerable<(string Name, object? Value)> members) =>
        this with
        {
            Members = Values.Of([.. Members.Select(member => (member.Key, member.Value)), .. members]),
        };

    /// <summary>The same, as the reason why something else was not done; its own code is the member <c>cause</c>.</summary>
    public RuleViolation As(string code) => With(("cause", Code)) with { Code = code };
}
