using Magpie.Platform.Clouds;
using Magpie.Platform.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Core.Clouds;

/// <summary>Makes clients that call a provider on behalf of a member.</summary>
internal sealed class CloudApiClientFactory(
    OutboundClient outbound,
    CloudConnections connections,
    OAuthClient oauth,
    TokenRefreshLock refreshLock,
    IOptions<CloudRequestOptions> options,
    TimeProvider time,
    ILogger<CloudApiClient> log
)
{
    public CloudApiClient For(ICloudStore store, Guid userId) =>
        With(store, new MemberTokens(store, userId, connections, oauth, refreshLock, time));

    /// <summary>With new tokens that are not stored yet.</summary>
    public CloudApiClient For(ICloudStore store, CloudTokens tokens) => With(store, new NewTokens(store, tokens));

    private CloudApiClient With(ICloudStore store, IAccessTokens tokens) => new(store, tokens, outbound, options.Value.Timeout, log);
}
