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
                ? TooLong("captionTooLong", "The caption", sent, new(bytes, CaptionUnit.Utf8Bytes), surface)
                : null,
            Hashtags(post, surface, limits),
            post.FirstComment is { } comment && limits.Caption is { } limit && limit.Count(comment) > limit.Most
                ? TooLong("firstCommentTooLong", "The first comment", limit.Count(comment), limit, surface)
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
            yield return new ChecklistItem(
                CheckLevel.Recommended,
                "altTextMissing",
                $"*{media.Name}* has no alt text.",
                "Add a description for people who can’t see it.",
                media.AssetId
            ).With(("file", media.Name));
        }
        else if (limit.Count(media.AltText) is var count && count > limit.Most)
        {
            yield return TooLong("altTextTooLong", $"The alt text of *{media.Name}*", count, limit, surface).With(("file", media.Name)) with
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
            (0, _) => limits.TitleNeeded
                ? new ChecklistItem(CheckLevel.Required, "titleMissing", $"{surface.Does("need")} a title.", "Write one.").With(Of(surface))
                : null,
            (_, var count) when count > limit.Most => TooLong("titleTooLong", "The title", count, limit, surface),
            _ when surface.Network == "youtube" && title.AsSpan().IndexOfAny('<', '>') >= 0 => new ChecklistItem(
                CheckLevel.Required,
                "titleCharacters",
                $"The title has < or > in it; {surface.Does("accept")} neither.",
                "Remove them."
            ).With(Of(surface)),
            (_, var count) => new ChecklistItem(
                CheckLevel.Met,
                "titleLength",
                $"Title: {Number(count)} of {Number(limit.Most)} {limit.Unit.Word()}."
            ).With(Of(count, limit)),
        };
    }

    private static ChecklistItem? Caption(Post post, Surface surface, CaptionLimits limits)
    {
        if (limits.Caption is not { } limit)
        {
            return post.Caption.Length == 0
                ? null
                : new ChecklistItem(
                    CheckLevel.Recommended,
                    "captionNotShown",
                    $"{surface.Does("show")} no caption, so this one will not be seen.",
                    "Put the words into the picture."
                ).With(Of(surface));
        }

        var count = limit.Count(post.Caption);
        var note = limit.Unit.NoteOf(post.Caption);
        return count > limit.Most ? TooLong("captionTooLong", "The caption", count, limit, surface, note)
            : count == 0 ? new(CheckLevel.Recommended, "captionMissing", "No caption yet.")
            : new ChecklistItem(
                CheckLevel.Met,
                "captionLength",
                $"{Number(count)} of {Number(limit.Most)} {limit.Unit.Word()}.{Behind(note)}"
            ).With([.. Of(count, limit), .. Of(note)]);
    }

    private static string Behind(CaptionNote? note) => note is { } said ? $" {said.InWords()}" : "";

    private static (string, object?)[] Of(Surface surface) => [("surface", surface.Key), ("surfaceName", surface.Title)];

    private static (string, object?)[] Of(int count, TextLimit limit) =>
        [("count", count), ("max", limit.Most), ("unit", limit.Unit.Word())];

    private static (string, object?)[] Of(CaptionNote? note) =>
        [("note", note), ("linkLength", note is CaptionNote.LinkLength ? WebAddresses.Length : null)];

    private static ChecklistItem? Hashtags(Post post, Surface surface, CaptionLimits limits)
    {
        if (limits.Hashtags is not { } most)
        {
            return null;
        }

        var count = CaptionLimits.HashtagsIn(post.Caption) + CaptionLimits.HashtagsIn(post.FirstComment ?? "");
        return count > most
                ? new ChecklistItem(
                    CheckLevel.Required,
                    "tooManyHashtags",
                    $"{count} hashtags; {surface.Does("accept")} at most {most}.",
                    $"Remove {count - most}."
                ).With([("count", count), ("max", most), .. Of(surface)])
            : count > 0
                ? new ChecklistItem(CheckLevel.Met, "hashtagCount", $"{count} of {most} hashtags.").With(("count", count), ("max", most))
            : null;
    }

    private static ChecklistItem TooLong(string code, string what, int count, TextLimit limit, Surface surface, CaptionNote? note = null) =>
        new ChecklistItem(
            CheckLevel.Required,
            code,
            $"{what} has {Number(count)} {limit.Unit.Word()} as {surface.NetworkTitle} counts; {surface.Does("accept")} at most "
                + $"{Number(limit.Most)}.{Behind(note)}",
            $"Shorten it by {Number(count - limit.Most)}."
        ).With([.. Of(count, limit), .. Of(note), .. Of(surface), ("networkName", surface.NetworkTitle)]);

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
