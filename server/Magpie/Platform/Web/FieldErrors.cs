using System.Globalization;
using System.Text.RegularExpressions;

namespace Magpie.Platform.Web;

/// <summary>
/// What is wrong with the fields of a request, as codes with their numbers, beside the sentences: the framework has nothing but sentences.
/// </summary>
internal static partial class FieldErrors
{
    /// <summary>Of the problem; as <c>errors</c>, a list for each field, in the same order.</summary>
    public const string Member = "codes";

    public static readonly IReadOnlyList<string> Codes =
    [
        "required",
        "length",
        "email",
        "between",
        "one-line",
        "setup-code",
        "email-taken",
        "password-common",
        "password-is-address",
        "other",
    ];

    public static Dictionary<string, IReadOnlyList<FieldError>> Of(IDictionary<string, string[]> errors) =>
        errors.ToDictionary(field => field.Key, IReadOnlyList<FieldError> (field) => [.. field.Value.Select(Of)]);

    public static FieldError Of(string sentence) =>
        sentence == PlainTextAttribute.Sentence ? new("one-line")
        : Required().IsMatch(sentence) ? new("required")
        : Email().IsMatch(sentence) ? new("email")
        : Length().Match(sentence) is { Success: true } length ? new("length", Number(length, "min"), Number(length, "max"))
        : Between().Match(sentence) is { Success: true } between ? new("between", Number(between, "min"), Number(between, "max"))
        : new("other");

    private static decimal? Number(Match match, string name) =>
        decimal.TryParse(match.Groups[name].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("^The .* field is required\\.$")]
    private static partial Regex Required();

    [GeneratedRegex("^The .* field is not a valid e-mail address\\.$")]
    private static partial Regex Email();

    [GeneratedRegex(
        "(?:minimum length of (?<min>[0-9]+) and a )?maximum length of '?(?<max>[0-9]+)'?\\.$"
            + "|^Use (?<min>[0-9]+) to (?<max>[0-9]+) characters\\.$|be at least (?<min>[0-9]+) characters\\.$"
    )]
    private static partial Regex Length();

    [GeneratedRegex("^The field .* must be between (?<min>\\S+) and (?<max>\\S+)\\.$")]
    private static partial Regex Between();
}

/// <param name="Code">One of <see cref="FieldErrors.Codes"/>.</param>
internal sealed record FieldError(string Code, decimal? Min = null, decimal? Max = null);
