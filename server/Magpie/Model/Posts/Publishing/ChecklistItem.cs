namespace Magpie.Model.Posts.Publishing;

public enum CheckLevel
{
    /// <summary>All is well.</summary>
    Met,

    /// <summary>It will work, and could be better.</summary>
    Recommended,

    /// <summary>It blocks scheduling.</summary>
    Required,
}

/// <param name="Code">What it is about: <c>noMedia</c>, <c>captionTooLong</c>, or what a reason of a fit is called.</param>
/// <param name="Text">What is, and what the surface wants, in English.</param>
/// <param name="Change">What to do, in English; null where nothing is to be done.</param>
/// <param name="AssetId">Which one of the media it is about; null for the post as a whole.</param>
public sealed record ChecklistItem(CheckLevel Level, string Code, string Text, string? Change = null, Guid? AssetId = null)
{
    /// <summary>The raw values in the sentences, so that a page can say them in any language.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; private init; } = Values.None;

    internal ChecklistItem With(params IEnumerable<(string Name, object? Value)> members) =>
        this with
        {
            Members = Values.Of([.. Members.Select(member => (member.Key, member.Value)), .. members]),
        };
}
