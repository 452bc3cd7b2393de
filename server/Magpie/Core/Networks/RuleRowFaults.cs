using System.Text.RegularExpressions;
using Magpie.Model.Networks;

namespace Magpie.Core.Networks;

/// <summary>What is wrong with a row, as the end of a sentence for the operator; null when it is fine.</summary>
internal static partial class RuleRowFaults
{
    public static string? Of(RuleRow row) =>
        NameFault("network", row.Network)
        ?? NameFault("surface", row.Surface)
        ?? (row.Kind is "image" or "video" ? null : "kind must be \"image\" or \"video\"")
        ?? NumberFault(row)
        ?? EmptyNames(row).Select(name => $"{name} has an empty entry").FirstOrDefault()
        ?? NotPositive(row).Select(name => $"{name} must be a number above 0").FirstOrDefault()
        ?? Negative(row).Select(name => $"{name} must be a number from 0").FirstOrDefault()
        ?? Pairs(row)
            .Where(pair => pair.Least > pair.Most)
            .Select(pair => FormattableString.Invariant($"{pair.LeastName} {pair.Least} is more than {pair.MostName} {pair.Most}"))
            .FirstOrDefault()
        ?? UnknownAdvice(row)
        ?? (
            row.RecAlso is null || row.RecAlso.All(size => size is [> 0, > 0])
                ? null
                : "rec_also must be pairs of width and height, such as [[720, 1280]]"
        )
        ?? (row.Title is null || row.Title.Trim().Length is > 0 and <= 60 ? null : "title must have 1 to 60 characters");

    private static string? NameFault(string field, string? name) =>
        name is not null && Name().IsMatch(name) ? null : $"{field} must be lower-case letters, digits and underscores";

    private static string? NumberFault(RuleRow row) =>
        (KnownSurfaces.Find(row.Network!, row.Surface!), row.Number) switch
        {
            ({ } known, { } number) when number != known.Number =>
                $"number is {number}, but Magpie knows this surface as number {known.Number}; leave it out",
            (null, not (>= KnownSurfaces.FirstForOperators and <= Surface.LastNumber)) =>
                $"Magpie does not know this surface, so it needs a number of its own from {KnownSurfaces.FirstForOperators} to "
                    + $"{Surface.LastNumber}",
            _ => null,
        };

    private static IEnumerable<string> EmptyNames(RuleRow row) =>
        from list in new (string Name, string[]? Entries)[]
        {
            ("formats", row.Formats),
            ("codecs", row.Codecs),
            ("audio_codecs", row.AudioCodecs),
            ("advisory", row.Advisory),
            ("source", row.Source),
            ("third_party_fields", row.ThirdPartyFields),
        }
        where list.Entries is not null && list.Entries.Any(string.IsNullOrWhiteSpace)
        select list.Name;

    private static IEnumerable<string> NotPositive(RuleRow row) =>
        from figure in new (string Name, double? Value)[]
        {
            ("min_w", row.MinW),
            ("min_h", row.MinH),
            ("max_w", row.MaxW),
            ("max_h", row.MaxH),
            ("rec_w", row.RecW),
            ("rec_h", row.RecH),
            ("min_aspect", row.MinAspect),
            ("max_aspect", row.MaxAspect),
            ("rec_aspect", row.RecAspect),
            ("max_seconds", row.MaxSeconds),
            ("rec_max_seconds", row.RecMaxSeconds),
            ("max_bytes", row.MaxBytes),
            ("fps_max", row.FpsMax),
            ("max_pixels", row.MaxPixels),
            ("max_animated_pixels", row.MaxAnimatedPixels),
            ("caption_max", row.CaptionMax),
            ("max_items", row.MaxItems),
        }
        where figure.Value is { } value && !(value > 0 && double.IsFinite(value))
        select figure.Name;

    private static IEnumerable<string> Negative(RuleRow row) =>
        from figure in new (string Name, double? Value)[]
        {
            ("min_seconds", row.MinSeconds),
            ("min_bytes", row.MinBytes),
            ("fps_min", row.FpsMin),
        }
        where figure.Value is { } value && !(value >= 0 && double.IsFinite(value))
        select figure.Name;

    private static IEnumerable<(string LeastName, double? Least, string MostName, double? Most)> Pairs(RuleRow row) =>
        [
            ("min_w", row.MinW, "max_w", row.MaxW),
            ("min_h", row.MinH, "max_h", row.MaxH),
            ("min_aspect", row.MinAspect, "max_aspect", row.MaxAspect),
            ("min_seconds", row.MinSeconds, "max_seconds", row.MaxSeconds),
            ("min_bytes", row.MinBytes, "max_bytes", row.MaxBytes),
            ("fps_min", row.FpsMin, "fps_max", row.FpsMax),
        ];

    private static string? UnknownAdvice(RuleRow row) =>
        row.Advisory?.FirstOrDefault(name => !RuleRow.AdvisoryNames.ContainsKey(name)) is { } unknown
            ? $"advisory has \"{unknown}\"; it may have {string.Join(", ", RuleRow.AdvisoryNames.Keys)}"
            : null;

    [GeneratedRegex("^[a-z0-9_]{1,40}$")]
    private static partial Regex Name();
}
