using System.Buffers.Binary;
using System.Security.Cryptography;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Hashes as OWASP says, and takes the same time whatever it compares with: a hash of fewer rounds, as older versions made them, or none at
/// all, where nobody has the address that was typed.
/// </summary>
internal sealed class PasswordRounds(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>Of PBKDF2 with HMAC-SHA512: OWASP's Password Storage Cheat Sheet.</summary>
    public const int Owasp = 210_000;

    // What Identity writes in front of a hash of its third version: the version, which function, rounds, length of the salt.
    private const byte Version = 1;
    private const int RoundsAt = 5,
        SaltLengthAt = 9,
        SaltAt = 13,
        SaltLength = 16,
        HashLength = 32;
    private const uint HmacSha512 = 2;

    /// <summary>No password has it: its bytes are drawn, not hashed. Comparing takes as long as with anybody's.</summary>
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
