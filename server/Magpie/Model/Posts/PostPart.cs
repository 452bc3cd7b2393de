namespace Magpie.Model.Posts;

/// <summary>What the posts of a set share, unless one has its own.</summary>
public enum PostPart
{
    Caption,
    Media,
    Title,
    FirstComment,
    Time,
}

/// <summary>Parts as they are stored: <c>Caption Time</c>.</summary>
public static class PostPartText
{
    public static string Write(IReadOnlyList<PostPart> parts) => string.Join(' ', parts);

    /// <summary>Each once, in one order, so that the same choice is stored the same way.</summary>
    public static IReadOnlyList<PostPart> Sorted(IEnumerable<PostPart> parts) => [.. parts.Distinct().Order()];

    public static IReadOnlyList<PostPart> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PostPart>)];
}
