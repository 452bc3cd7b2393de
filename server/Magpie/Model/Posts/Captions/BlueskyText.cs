using System.Text.RegularExpressions;

namespace Magpie.Model.Posts.Captions;

/// <summary>
/// Bluesky's own app posts an address in the shortened form that it shows, with a link: without the protocol, and with only the first 13
/// characters after the server if there are more than 15 (<c>shortenLinks</c> and <c>toShortUrl</c> of
/// github.com/bluesky-social/social-app). An address written without a protocol is left alone.
/// </summary>
internal static partial class BlueskyText
{
    private const int MostOfPath = 15;
    private const int KeptOfPath = 13;

    public static string Shortened(string text) => Address().Replace(text, match => Shorten(match.Value));

    private static string Shorten(string found)
    {
        var address = found is [.., '.' or ',' or ';' or ':' or '!' or '?'] ? found[..^1] : found;
        address = address.EndsWith(')') && !address.Contains('(') ? address[..^1] : address;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return found;
        }

        var server = uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}";
        var path = (uri.AbsolutePath is "/" ? "" : uri.AbsolutePath) + NotBare(uri.Query) + NotBare(uri.Fragment);
        return server + (path.Length > MostOfPath ? $"{path[..KeptOfPath]}..." : path) + found[address.Length..];
    }

    private static string NotBare(string part) => part.Length > 1 ? part : "";

    [GeneratedRegex(@"(?<=^|[\s(])https?://\S+", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Address();
}
