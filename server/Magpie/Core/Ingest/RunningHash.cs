using System.Security.Cryptography;
using Magpie.Platform.Storage;

namespace Magpie.Core.Ingest;

/// <summary>The SHA-256 of a file so far.</summary>
internal sealed class RunningHash : IDisposable
{
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Offset { get; private set; }

    /// <summary>From the stream's position to its end: the SHA-256 in lower-case hex, and the number of bytes.</summary>
    public static async Task<(string Sha256, long Bytes)> OfAsync(Stream stream, CancellationToken ct)
    {
        using var hash = new RunningHash();
        await stream.ForEachPieceAsync(
            piece =>
            {
                hash.Append(piece.Span);
                return ValueTask.CompletedTask;
            },
            ct
        );
        return (hash.Finish(), hash.Offset);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        sha256.AppendData(bytes);
        Offset += bytes.Length;
    }

    /// <summary>In lower-case hex; ends this hash.</summary>
    public string Finish() => Convert.ToHexStringLower(sha256.GetHashAndReset());

    public void Dispose() => sha256.Dispose();
}
