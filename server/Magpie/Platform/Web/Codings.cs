using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

/// <summary>How a client would like its responses compressed.</summary>
internal static class Codings
{
    /// <summary><c>br</c> or <c>gzip</c>, whichever it prefers; null for neither.</summary>
    public static string? WantedBy(HttpRequest request)
    {
        if (
            request.Headers.AcceptEncoding.Count == 0
            || !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        )
        {
            return null;
        }

        var (brotli, gzip) = (Liking("br", accepted), Liking("gzip", accepted));
        return brotli > 0 && brotli >= gzip ? "br"
            : gzip > 0 ? "gzip"
            : null;
    }

    private static double Liking(string coding, IList<StringWithQualityHeaderValue> accepted) =>
        (
            accepted.FirstOrDefault(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(one => one.Value == "*")
        )
            is { } named
            ? named.Quality ?? 1
            : 0;
}
