using Magpie.Model;

namespace Magpie.Platform.Clouds;

/// <summary>Where the tokens come from that a provider is asked with.</summary>
internal interface IAccessTokens
{
    /// <param name="refused">The version of the tokens that the provider has just not accepted; null at first.</param>
    /// <returns>A token and the version that it belongs to, or why there is none.</returns>
    Task<(string? Token, Guid Version, RuleViolation? Missing)> FindAsync(Guid? refused, CancellationToken ct);

    /// <summary>Not even renewed tokens are accepted: the member has to connect again.</summary>
    Task<RuleViolation> EndAsync(Guid version);
}
