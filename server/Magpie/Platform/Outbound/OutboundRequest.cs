using System.Net.Http.Headers;

#pragma warning disable RS0030 // See OutboundNetwork.

namespace Magpie.Platform.Outbound;

/// <summary>What to fetch. Redirects are only followed for a GET without a body.</summary>
internal sealed record OutboundRequest(Uri Address)
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Such as an authorization. Dropped when a redirect leads to another host.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>For a POST; small.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string? BodyType { get; init; }

    /// <summary>For everything, from the first DNS query to the last byte.</summary>
    public required TimeSpan Timeout { get; init; }

    public bool FollowsRedirects => Method == HttpMethod.Get && Body is null;

    public OutboundRequest At(Uri address) =>
        this with
        {
            Address = address,
            Headers =
                Uri.Compare(address, Address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase)
                == 0
                    ? Headers
                    : [],
        };

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.ConnectionClose = true;
        message.Headers.TryAddWithoutValidation("User-Agent", "Magpie");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = BodyType is null ? null : MediaTypeHeaderValue.Parse(BodyType);
        }

        return message;
    }
}
