namespace Magpie.Model.Accounts;

/// <summary>
/// Who asks. A session may do all that its person may; a token at most what its scope and group allow. The scope is asked for where a
/// request comes in.
/// </summary>
/// <param name="OnlyGroup">When set, the caller sees no other group.</param>
/// <param name="SessionId">Set for a person who is signed in; null for a token.</param>
/// <param name="TokenId">Set for a program; null for a session.</param>
public sealed record Caller(Guid UserId, Guid? OnlyGroup, Guid? SessionId = null, Guid? TokenId = null);
