using System.Security.Cryptography;

namespace Magpie.Features.Uploads;

/// <summary><c>Upload-Checksum: sha256 base64</c>: the client's hash of this PATCH's bytes.</summary>
internal sealed class UploadChecksum : IDisposable
{
    public const string Algorithms = "sha256,sha1,md5";

    private readonly IncrementalHash hash;
    private readonly byte[] expected;

    private UploadChecksum(HashAlgorithmName algorithm, byte[] expected) =>
        (hash, this.expected) = (IncrementalHash.CreateHash(algorithm), expected);

    /// <summary>False when the header is malformed or names an algorithm we do not support. No header is fine.</summary>
    public static bool TryRead(HttpRequest request, out UploadChecksum? checksum)
    {
        checksum = null;
        if (!request.Headers.TryGetValue("Upload-Checksum", out var header))
        {
            return true;
        }

        if (header.ToString().Split(' ') is not [var name, var encoded] || AlgorithmOf(name) is not { } algorithm)
        {
            return false;
        }

        var expected = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, expected, out var length))
        {
            return false;
        }

        checksum = new(algorithm, expected[..length]);
        return true;
    }

    public void Append(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    public bool Matches() => CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), expected);

    public void Dispose() => hash.Dispose();

    private static HashAlgorithmName? AlgorithmOf(string name) =>
        name switch
        {
            "sha256" => HashAlgorithmName.SHA256,
            "sha1" => HashAlgorithmName.SHA1,
            "md5" => HashAlgorithmName.MD5,
            _ => null,
        };
}
