using Magpie.Model;

namespace Magpie.Features.Imports;

internal static class ImportAddresses
{
    /// <summary>What to say of a text that cannot be fetched: whether it is an address at all, and no more.</summary>
    public static RuleViolation Fault(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is not "file"
        && text.Contains("://", StringComparison.Ordinal)
            ? ImportProblems.Unreachable
            : ImportProblems.NoAddress;
}
