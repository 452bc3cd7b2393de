namespace Magpie.Model.Posts;

/// <summary>What happened beside what was asked for, such as a time that the clock skips.</summary>
/// <param name="Code">
/// <c>timeSkipped</c>: the time asked for is <c>wanted</c>; <c>timeDoubled</c>: <c>laterOccurrence</c> tells which one is meant.
/// </param>
/// <param name="Text">A sentence in English.</param>
public sealed record PostNotice(string Code, string Text)
{
    /// <summary>The raw values in the sentence, so that a page can say it in any language.</summary>
    public required IReadOnlyDictionary<string, object?> Members { get; init; }
}
