using Magpie.Model;

namespace Magpie.Platform.Clouds;

/// <summary>Tokens that a provider has just issued and that are not stored yet.</summary>
internal sealed class NewTokens(ICloudStore store, CloudTokens tokens) : IAccessTokens
{
    public Task<(string? Token, Guid Version, RuleViolation? Missing)> FindAsync(Guid? refused, CancellationToken ct) =>
        Task.FromResult<(string?, Guid, RuleViolation?)>(refused is null ? (tokens.Access, Guid.Empty, null) : (null, default, Again));

    public Task<RuleViolation> EndAsync(Guid version) => Task.FromResult(Again);

    private RuleViolation Again => CloudRefusals.ConnectAgain(store.Provider);
}
