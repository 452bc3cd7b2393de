using System.Globalization;
using System.Text;
using Magpie.Model.Texts;

namespace Magpie.Model.Library;

/// <summary>A keyword on assets, shared by a group. Two labels of a group never differ only in case or character width.</summary>
public sealed class Label
{
    public const int MaxLength = 60;
    public const int MaxPerAsset = 50;
    public const int MaxPerGroup = 20_000;

    public static readonly RuleViolation GroupIsFull = new RuleViolation(
        "too-many-labels",
        string.Create(
            CultureInfo.InvariantCulture,
            $"This group has {MaxPerGroup:N0} labels, and no more fit. Use one that is there, or ask an editor to delete some in "
                + $"the settings."
        )
    ).With(("limit", MaxPerGroup), ("reason", "group"));

    public long Id { get; private init; }
    public required Guid GroupId { get; init; }

    public required string Name
    {
        get;
        set => (field, SearchName) = (value, Identify(value));
    }

    /// <summary>
    /// What identifies the label: folded for case and width, but not accents. Search also folds accents, over the few labels of a group.
    /// </summary>
    public string SearchName { get; private set; } = "";

    /// <summary>How many assets of the library have it; the trash does not count. Maintained by database triggers.</summary>
    public int AssetCount { get; private init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The name as stored: one line, trimmed, without invisible characters; or why it cannot be a label.</summary>
    public static (string? Name, RuleViolation? Violation) Read(string sent)
    {
        var clean = string.Join(
            ' ',
            PlainText.Clean(sent).Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        var name = PlainText.OneLine(clean).Trim();
        return name switch
        {
            _ when clean.Any(char.IsControl) => (null, new("label-unreadable", "A label may hold letters, digits, signs and spaces only.")),
            _ when name.EnumerateRunes().All(PlainText.IsInvisible) => (null, new("label-empty", "A label needs at least one character.")),
            { Length: > MaxLength } => (
                null,
                new RuleViolation(
                    "label-too-long",
                    $"*{PlainText.Beginning(name, 20)}…* is too long for a label. Use at most {MaxLength} characters."
                ).With(("beginning", PlainText.Beginning(name, 20)), ("limit", MaxLength))
            ),
            _ => (name, null),
        };
    }

    /// <summary>The labels that come with a file. Invalid ones are left out, because the file matters more than its keywords.</summary>
    public static List<string> ReadAll(IEnumerable<string> sent) =>
        [.. sent.Select(text => Read(text).Name).OfType<string>().DistinctBy(Identify).Take(MaxPerAsset)];

    /// <summary>Two names with the same identity are one label.</summary>
    public static string Identify(string name) => SearchText.Identify(name);
}

/// <summary>A label on an asset. Keyed by position, so that the assets of a label come newest first.</summary>
public sealed class AssetLabel
{
    public required long LabelId { get; init; }
    public required long Position { get; init; }
}
