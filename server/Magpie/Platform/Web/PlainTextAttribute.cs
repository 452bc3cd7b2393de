using System.ComponentModel.DataAnnotations;

namespace Magpie.Platform.Web;

/// <summary>
/// Text on one line. Control characters and U+FFFE are refused: PostgreSQL cannot store U+0000, and .NET cannot normalize U+FFFE.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlainTextAttribute() : ValidationAttribute(Sentence)
{
    public const string Sentence = "Use no line breaks or other control characters.";

    public override bool IsValid(object? value) =>
        value is not string text || !text.Any(character => char.IsControl(character) || character == '\uFFFE');
}
