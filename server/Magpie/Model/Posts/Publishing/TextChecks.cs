using System.Globalization;
using Magpie.Model.Networks;
using Magpie.Model.Posts.Captions;

namespace Magpie.Model.Posts.Publishing;

/// <summary>The checklist's lines about texts.</summary>
internal static class TextChecks
{
    public static IEnumerable<ChecklistItem> Of(Post post, Surface surface, CaptionLimits limits)
    {
        List<ChecklistItem?> lines =
        [
            Title(post, surface, limits),
            Caption(post, surface, limits),
            limits.Bytes is { } bytes && limits.BytesOf(post.Caption) is var sent && sent > bytes
                ? TooLong("The caption", sent, new(bytes, CaptionUnit.Utf8Bytes), surface)
                : null,
            Hashtags(post, surface, limits),
            post.FirstComment is { } comment && limits.Caption is { } limit && limit.Count(comment) > limit.Most
                ? TooLong("The first comment", limit.Count(comment), limit, surface)
                : null,
        ];
        return lines.OfType<ChecklistItem>();
    }

    public static IEnumerable<ChecklistItem> OfAltText(CheckedMedia media, Surface surface, TextLimit? limit)
    {
        if (limit is null)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(media.AltText))
        {
            yield return new(
                CheckLevel.Recommended,
                $"*{media.Name}* has no alt text.",
                "Say what is to be seen, for those who cannot see it.",
                media.AssetId
            );
        }
        else if (limit.Count(media.AltText) is var count && count > limit.Most)
        {
            yield return TooLong($"The alt text of *{media.Name}*", count, limit, surface) with
            {
                AssetId = media.AssetId,
            };
        }
    }

    private static ChecklistItem? Title(Post post, Surface surface, CaptionLimits limits)
    {
        if (limits.Title is not { } limit)
        {
            return null;
        }

        var title = post.Title ?? "";
        return (title.Length, limit.Count(title)) switch
        {
            (0, _) => limits.TitleNeeded ? new(CheckLevel.Required, $"{surface.Does("need")} a title.", "Write one.") : null,
            (_, var count) when count > limit.Most => TooLong("The title", count, limit, surface),
            _ when surface.Network == "youtube" && title.AsSpan().IndexOfAny('<', '>') >= 0 => new(
                CheckLevel.Required,
                $"The title has < or > in it; {surface.Does("accept")} neither.",
                "Take them out."
            ),
            (_, var count) => new(CheckLevel.Met, $"Title: {Number(count)} of {Number(limit.Most)} {limit.Unit.Word()}."),
        };
    }

    private static ChecklistItem? Caption(Post post, Surface surface, CaptionLimits limits)
    {
        if (limits.Caption is not { } limit)
        {
            return post.Caption.Length == 0
                ? null
                : new(
                    CheckLevel.Recommended,
                    $"{surface.Does("show")} no caption, so this one will not be seen.",
                    "Put the words into the picture."
                );
        }

        var count = limit.Count(post.Caption);
        return count > limit.Most ? TooLong("The caption", count, limit, surface, limit.Unit.Note(post.Caption))
            : count == 0 ? new(CheckLevel.Recommended, "There is no caption.", "Write one.")
            : new(
                CheckLevel.Met,
                $"Caption: {Number(count)} of {Number(limit.Most)} {limit.Unit.Word()}.{Behind(limit.Unit.Note(post.Caption))}"
            );
    }

    private static string Behind(string? note) => note is null ? "" : $" {note}";

    private static ChecklistItem? Hashtags(Post post, Surface surface, CaptionLimits limits)
    {
        if (limits.Hashtags is not { } most)
        {
            return null;
        }

        var count = CaptionLimits.HashtagsIn(post.Caption) + CaptionLimits.HashtagsIn(post.FirstComment ?? "");
        return count > most
                ? new(CheckLevel.Required, $"{count} hashtags; {surface.Does("accept")} at most {most}.", $"Take out {count - most}.")
            : count > 0 ? new(CheckLevel.Met, $"{count} of at most {most} hashtags.")
            : null;
    }

    private static ChecklistItem TooLong(string what, int count, TextLimit limit, Surface surface, string? note = null) =>
        new(
            CheckLevel.Required,
            $"{what} has {Number(count)} {limit.Unit.Word()} as {surface.NetworkTitle} counts; {surface.Does("accept")} at most "
                + $"{Number(limit.Most)}.{Behind(note)}",
            $"Shorten it by {Number(count - limit.Most)}."
        );

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
