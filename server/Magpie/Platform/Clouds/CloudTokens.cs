using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Model.Imports;
using Microsoft.AspNetCore.DataProtection;

namespace Magpie.Platform.Clouds;

/// <summary>What a provider gave out to read a member's files with. Never leaves the server but to that provider.</summary>
internal sealed record CloudTokens(string Access, string? Refresh, DateTime ExpiresAt);

/// <summary>Encrypts them, each for its member and provider: copied into another row they mean nothing.</summary>
internal sealed class TokenLock(IDataProtectionProvider protection)
{
    public string Close(Guid userId, CloudProvider provider, CloudTokens tokens) => For(userId, provider).Protect(JsonSerializer.Serialize(tokens));

    /// <summary>Null: the key is gone, or it is not this member's.</summary>
    public CloudTokens? Open(CloudConnection connection)
    {
        try
        {
            return connection.Tokens is { } closed ? JsonSerializer.Deserialize<CloudTokens>(For(connection.UserId, connection.Provider).Unprotect(closed)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid userId, CloudProvider provider) => protection.CreateProtector("Magpie.Clouds", $"{userId:n}", provider.ToString());
}
