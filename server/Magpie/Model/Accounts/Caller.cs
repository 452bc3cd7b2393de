namespace Magpie.Model.Accounts;

/// <summary>Who asks. A session may do all that its person may; a token at most what its scope and group allow.</summary>
/// <param name="OnlyGroup">When set, no other group exists for this caller.</param>
/// <param name="SessionId">Of a person; null for a token.</param>
/// <param name="TokenId">Of a program; null for a session.</param>
public sealed record Caller(Guid UserId, TokenScope Scope, Guid? OnlyGroup, Guid? SessionId = null, Guid? TokenId = null);
