using System.Diagnostics.CodeAnalysis;

namespace Magpie.Platform.Outbound;

/// <summary>
/// Parses an address. Excludes what nobody means (other schemes, passwords, control characters); whether it leads somewhere forbidden is
/// decided later, by the resolved addresses.
/// </summary>
internal static class OutboundAddress
{
    public const int MaxLength = 2048;

    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        var trimmed = text.Trim(' ');
        return trimmed.Length <= MaxLength
            && IsPlain(trimmed)
            && Uri.TryCreate(trimmed, UriKind.Absolute, out var read)
            && IsFetchable(read, out address);
    }

    /// <summary>Where a redirect leads: absolute, relative or <c>//host</c>, under the same rules.</summary>
    public static bool TryFollow(Uri from, string location, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return location.Length <= MaxLength
            && IsPlain(location)
            && Uri.TryCreate(from, location, out var read)
            && IsFetchable(read, out address);
    }

    // Some parsers treat a backslash as a slash and others do not; the same goes for control characters.
    private static bool IsPlain(string text) => !text.Any(c => char.IsControl(c) || c is '\\' || char.IsWhiteSpace(c)) && !NamesUser(text);

    /// <summary>Even an empty one, which disappears when the address is parsed.</summary>
    private static bool NamesUser(string text)
    {
        var authority = text.AsSpan(
            text.IndexOf("//", StringComparison.Ordinal) switch
            {
                < 0 => text.Length,
                var at => at + 2,
            }
        );
        return authority[..(authority.IndexOfAny('/', '?', '#') is >= 0 and var end ? end : authority.Length)].Contains('@');
    }

    private static bool IsFetchable(Uri read, [NotNullWhen(true)] out Uri? address)
    {
        var isFetchable = read.Scheme == Uri.UriSchemeHttps && read.UserInfo.Length == 0 && read.IdnHost.Length > 0;
        address = isFetchable ? new Uri(read.GetLeftPart(UriPartial.Query)) : null;
        return isFetchable;
    }
}
