using Magpie.Model;

namespace Magpie.Features.Imports;

internal static class ImportAddresses
{
    /// <summary>Whether a text is an address at all, and what to say when it is not.</summary>
    public static RuleViolation Fault(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is not "file"
        && text.Contains("://", StringComparison.Ordinal)
            ? ImportProblems.Unreachable
            : ImportProblems.NoAddress;
}
