using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Platform.Outbound;

namespace Magpie.Platform.Clouds;

/// <summary>The files in a folder (the topmost if none is named), or those whose names match.</summary>
/// <param name="Cursor">The provider's own, for every page but the first.</param>
internal sealed record CloudQuestion(string? Folder, string? Search, string? Cursor);

/// <summary>How to talk to one provider. Requests are built without a token; <see cref="CloudApiClient"/> adds it.</summary>
internal interface ICloudStore
{
    CloudProvider Provider { get; }

    CloudOptions Options { get; }

    /// <summary>The permission that Magpie asks for, beyond the standard parameters of OAuth 2.</summary>
    IEnumerable<KeyValuePair<string, string>> SignInParameters { get; }

    /// <summary>Whether a member who may deselect permissions has kept the necessary ones.</summary>
    /// <param name="scope">As the provider returns it; null when it returns none.</param>
    bool IsEnough(string? scope);

    /// <summary>Revokes the grant at the provider, which must still accept the token in it.</summary>
    OutboundRequest Revoke(CloudTokens tokens);

    bool IsId(string text);

    Task<(string? Account, RuleViolation? Refusal)> NameAccountAsync(CloudApiClient client, CancellationToken ct);

    Task<(CloudPage? Page, RuleViolation? Refusal)> AskAsync(CloudApiClient client, CloudQuestion question, CancellationToken ct);

    Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenThumbnailAsync(CloudApiClient client, string fileId, CancellationToken ct);

    Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsync(
        CloudApiClient client,
        string fileId,
        TimeSpan timeout,
        CancellationToken ct
    );

    /// <summary>Reads a provider's error. Null when it is unknown, or says that the token has expired (401).</summary>
    RuleViolation? ReadRefusal(int status, ReadOnlySpan<byte> body);
}
