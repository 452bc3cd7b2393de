using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>Which rules a file may be refused by, given the reason in its row.</summary>
internal static class RefusalReasons
{
    // Words of the manifest; the first that is found in a reason decides.
    private static readonly (string Word, string[] Rules)[] ByWord =
    [
        ("empty file", ["empty-file"]),
        ("encrypted", ["encrypted"]),
        ("pixel limit", ["too-many-pixels"]),
        ("frame far outside the screen", ["too-many-pixels", "damaged"]),
        ("invalid dimensions", ["damaged", "too-many-pixels"]),
        // No stream may be a file that has only sound, or one whose tracks cannot be made out.
        ("no video stream", ["no-picture-track", "damaged"]),
        ("no picture track", ["no-picture-track"]),
        ("no streams", ["no-picture-track", "damaged"]),
        ("not an accepted", ["format-not-kept"]),
        ("not a format", ["format-not-kept"]),
        ("not a media file", ["format-not-kept"]),
        ("not an image", ["format-not-kept"]),
        ("is not", ["format-not-kept"]),
        ("HTML", ["format-not-kept"]),
        ("PDF", ["format-not-kept"]),
        ("BMP", ["format-not-kept"]),
        ("TIFF", ["format-not-kept"]),
        ("PPM", ["format-not-kept"]),
        ("ICO", ["format-not-kept"]),
    ];

    private static readonly string[] OfBroken = ["damaged"];

    // Where a file may be taken either way, so may the reason: but never one that is beside the point.
    private static readonly string[] OfOdd = ["damaged", "too-many-pixels", "too-many-frames", "too-many-scans", "too-many-cuts"];

    public static bool Allow(CorpusFile file, string rule) =>
        file.Outcome is CorpusOutcome.Either
            ? OfOdd.Contains(rule)
            : (ByWord.FirstOrDefault(known => file.Reason!.Contains(known.Word, StringComparison.Ordinal)).Rules ?? OfBroken).Contains(
                rule
            );
}
