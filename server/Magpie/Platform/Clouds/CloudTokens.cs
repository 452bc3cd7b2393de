namespace Magpie.Platform.Clouds;

/// <summary>What a provider issued for reading a member's files. Leaves the server only for that provider.</summary>
internal sealed record CloudTokens(string Access, string? Refresh, DateTime ExpiresAt);
