namespace Magpie.Platform.Clouds;

/// <summary>What a provider gave out to read a member's files with. Never leaves the server but to that provider.</summary>
internal sealed record CloudTokens(string Access, string? Refresh, DateTime ExpiresAt);
