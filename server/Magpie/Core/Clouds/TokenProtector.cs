using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Microsoft.AspNetCore.DataProtection;

namespace Magpie.Core.Clouds;

/// <summary>Encrypts tokens for one member and provider: copied into another row they cannot be read.</summary>
internal sealed class TokenProtector(IDataProtectionProvider protection)
{
    public string Protect(Guid userId, CloudProvider provider, CloudTokens tokens) =>
        For(userId, provider).Protect(JsonSerializer.Serialize(tokens));

    /// <summary>Null when the key is lost, or when the tokens are somebody else's.</summary>
    public CloudTokens? Unprotect(CloudConnection connection)
    {
        try
        {
            return connection.Tokens is { } closed
                ? JsonSerializer.Deserialize<CloudTokens>(For(connection.UserId, connection.Provider).Unprotect(closed))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid userId, CloudProvider provider) =>
        protection.CreateProtector("Magpie.Clouds", $"{userId:n}", provider.ToString());
}
