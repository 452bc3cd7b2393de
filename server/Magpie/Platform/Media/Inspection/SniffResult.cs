using Magpie.Model;
using Magpie.Model.Media;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Exactly one is set: a format, a refusal, or that more bytes are needed.</summary>
internal readonly record struct SniffResult(MediaFormat? Format, RuleViolation? Violation)
{
    public static SniffResult NeedsMoreBytes => default;

    public bool IsDecided => Format is not null || Violation is not null;

    public static implicit operator SniffResult(MediaFormat format) => new(format, null);

    public static implicit operator SniffResult(RuleViolation violation) => new(null, violation);
}
