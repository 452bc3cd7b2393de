namespace Magpie.Model.Accounts;

/// <summary>Who asks. A session may do all that its person may; a token at most what its scope and group allow.</summary>
/// <param name="OnlyGroup">When set, no other group exists for this caller.</param>
public sealed record Caller(Guid UserId, TokenScope Scope, Guid? OnlyGroup);
