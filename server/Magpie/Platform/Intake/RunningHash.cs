using System.Security.Cryptography;

namespace Magpie.Platform.Intake;

/// <summary>The SHA-256 of a file so far.</summary>
internal sealed class RunningHash : IDisposable
{
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Offset { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        sha256.AppendData(bytes);
        Offset += bytes.Length;
    }

    /// <summary>Lower-case hex; ends this hash.</summary>
    public string Finish() => Convert.ToHexStringLower(sha256.GetHashAndReset());

    public void Dispose() => sha256.Dispose();
}
