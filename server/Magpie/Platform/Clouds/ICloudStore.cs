using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Platform.Outbound;

namespace Magpie.Platform.Clouds;

/// <summary>What is looked for: the files in a folder (the topmost where none is named), or those whose names match.</summary>
/// <param name="Cursor">The provider's own, for the page after the first.</param>
internal sealed record CloudQuestion(string? Folder, string? Search, string? Cursor);

/// <summary>How one provider is spoken to. Requests are without a token; <see cref="CloudApiClient"/> puts it in.</summary>
internal interface ICloudStore
{
    CloudProvider Provider { get; }

    CloudOptions Options { get; }

    /// <summary>What Magpie asks to be allowed, and how; beside what OAuth 2 itself wants to know.</summary>
    IEnumerable<KeyValuePair<string, string>> SignInParameters { get; }

    /// <summary>Whether a member who may leave out single permissions has left the needed ones.</summary>
    /// <param name="scope">As the provider answers; null where it does not say.</param>
    bool IsEnough(string? scope);

    /// <summary>Ends the grant there. The token in it must still be taken by the provider.</summary>
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

    /// <summary>The provider's way to say no. Null: it says nothing that is known, or that the token is over (401).</summary>
    RuleViolation? ReadRefusal(int status, ReadOnlySpan<byte> body);
}
