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

/// <param name="Text">What is, and what the surface wants.</param>
/// <param name="Change">What to do; null where nothing is to be done.</param>
/// <param name="AssetId">Which one of the media it is about; null for the post as a whole.</param>
public sealed record ChecklistItem(CheckLevel Level, string Text, string? Change = null, Guid? AssetId = null);
