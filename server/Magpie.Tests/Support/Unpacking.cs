using System.IO.Compression;

namespace Magpie.Tests.Support;

internal static class Unpacking
{
    /// <param name="coding">Of the Content-Encoding; empty for none.</param>
    public static Stream Of(string coding, Stream packed) =>
        coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "" => packed,
            _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, "No such coding was offered."),
        };
}
