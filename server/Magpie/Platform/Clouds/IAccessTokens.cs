using Magpie.Model;

namespace Magpie.Platform.Clouds;

/// <summary>Where the tokens for calling a provider come from.</summary>
internal interface IAccessTokens
{
    /// <param name="refused">The version of the tokens that the provider has just rejected; null at first.</param>
    /// <returns>A token with its version, or why there is none.</returns>
    Task<(string? Token, Guid Version, RuleViolation? Missing)> FindAsync(Guid? refused, CancellationToken ct);

    /// <summary>Even renewed tokens are rejected: the member must connect again.</summary>
    Task<RuleViolation> EndAsync(Guid version);
}
