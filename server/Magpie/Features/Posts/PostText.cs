using Magpie.Model.Texts;

namespace Magpie.Features.Posts;

internal static class PostText
{
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Lines(text);
}
