using System.Text.RegularExpressions;

namespace Magpie.Model.Posts.Captions;

/// <summary>
/// https://docs.joinmastodon.org/user/posting/#text: an address is 23 characters, and of <c>@name@server</c> only the name counts.
/// </summary>
internal static partial class MastodonText
{
    private static readonly string Address = new('x', WebAddresses.Length);

    public static string Shortened(string text) => Mention().Replace(WebAddresses.WithProtocol().Replace(text, Address), "$1");

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_/=])(@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{N}.-]+[\p{L}\p{N}]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Mention();
}
