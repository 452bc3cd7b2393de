namespace Magpie.Model;

/// <summary>An expected "no": a rule of the product said it cannot be done. Never thrown; always returned.</summary>
/// <param name="Code">Stable, the tail of the problem's <c>urn:magpie:…</c> type.</param>
/// <param name="Message">A sentence a person can act on: what happened, why, what to do.</param>
public sealed record RuleViolation(string Code, string Message)
{
    /// <summary>There is nothing of that id, or nothing that the caller may see: the two are never told apart.</summary>
    public static readonly RuleViolation NotFound = new("not-found", "There is nothing at this address. It may have been deleted.");

    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>Figures that a program or a page needs besides the sentence, such as <c>limitBytes</c>, by their JSON names.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; private init; } = None;

    public RuleViolation With(params (string Name, object? Value)[] members) =>
        this with
        {
            Members = members.ToDictionary(member => member.Name, member => member.Value),
        };
}
