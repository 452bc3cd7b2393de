using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Magpie.Platform.Database.Keys;

/// <summary>Encrypts a key with the key file before it goes into the database.</summary>
internal sealed class KeyLock(KeyFile file) : IXmlEncryptor
{
    public static readonly XName Locked = "lockedKey";
    public static readonly XName By = "by";

    private static readonly byte[] About = "Magpie key ring"u8.ToArray();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, closed) = (
            RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize),
            new byte[AesGcm.TagByteSizes.MaxSize],
            new byte[plain.Length]
        );
        using var cipher = new AesGcm(file.Secret, tag.Length);
        cipher.Encrypt(nonce, plain, closed, tag, About);
        CryptographicOperations.ZeroMemory(plain);
        return new(
            new XElement(Locked, new XAttribute(By, file.Id), Convert.ToBase64String([.. nonce, .. tag, .. closed])),
            typeof(KeyUnlock)
        );
    }

    public static XElement Open(XElement locked, KeyFile file)
    {
        var bytes = Convert.FromBase64String(locked.Value).AsSpan();
        var (nonceSize, tagSize) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonceSize - tagSize];
        using var cipher = new AesGcm(file.Secret, tagSize);
        cipher.Decrypt(bytes[..nonceSize], bytes[(nonceSize + tagSize)..], bytes.Slice(nonceSize, tagSize), plain, About);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

/// <summary>The reverse. Its full name is in the database next to each key, so it can be neither renamed nor moved.</summary>
internal sealed class KeyUnlock(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => KeyLock.Open(encryptedElement, services.GetRequiredService<KeyFile>());
}
