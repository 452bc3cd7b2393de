using System.Buffers.Binary;
using System.Security.Cryptography;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Hashes with the number of rounds that OWASP recommends, and always takes the same time: also for older hashes with fewer rounds, and
/// when nobody has the address that was typed.
/// </summary>
internal sealed class PasswordRounds(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>For PBKDF2 with HMAC-SHA512: OWASP's Password Storage Cheat Sheet.</summary>
    public const int Owasp = 210_000;

    // The header of an Identity version 3 hash: version, function, rounds, length of the salt.
    private const byte Version = 1;
    private const int RoundsAt = 5,
        SaltLengthAt = 9,
        SaltAt = 13,
        SaltLength = 16,
        HashLength = 32;
    private const uint HmacSha512 = 2;

    /// <summary>A random hash that no password has. Comparing with it takes as long as with a real one.</summary>
    private static readonly string Nobodys = DrawHash();

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        var verdict = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        if (Owasp - RoundsOf(hashedPassword) is var missing and > 0)
        {
            Rfc2898DeriveBytes.Pbkdf2(providedPassword, new byte[SaltLength], missing, HashAlgorithmName.SHA512, HashLength);
        }

        return verdict;
    }

    public static string HashOf(Account? account) => account?.PasswordHash ?? Nobodys;

    private static int RoundsOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return bytes.Length > SaltAt && bytes[0] == Version ? (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(RoundsAt)) : 0;
    }

    private static string DrawHash()
    {
        var bytes = RandomNumberGenerator.GetBytes(SaltAt + SaltLength + HashLength);
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(RoundsAt), Owasp);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(SaltLengthAt), SaltLength);
        return Convert.ToBase64String(bytes);
    }
}
