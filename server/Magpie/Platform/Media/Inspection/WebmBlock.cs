namespace Magpie.Platform.Media.Inspection;

/// <summary>The first bytes of a picture's block: enough to tell a picture from noise, without decoding it.</summary>
internal static class WebmBlock
{
    /// <param name="block">From the block's body on.</param>
    /// <param name="codec">One that is kept.</param>
    public static string? FindOddity(ReadOnlySpan<byte> block, string codec)
    {
        // Track number, two bytes of time, one of flags.
        if (!Ebml.TryReadNumber(block, 8, out var number, out _) || block.Length < number + 3 + 6)
        {
            return "a picture of a few bytes";
        }

        if ((block[number + 2] & 0x06) != 0)
        {
            return "laced pictures";
        }

        var picture = block[(number + 3)..];
        return codec switch
        {
            "V_VP8" => (picture[0] & 1) == 0 && picture[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]),
            "V_VP9" => IsVp9KeyFrame(picture),
            _ => IsAv1Start(picture[0]),
        }
            ? null
            : "a first picture that is no key frame";
    }

    // Marker 10, then two bits of profile; all but the last profile end their first byte before the sync code.
    private static bool IsVp9KeyFrame(ReadOnlySpan<byte> picture) =>
        picture[0] >> 6 == 2
        && (
            (picture[0] & 0x30) == 0x30 || ((picture[0] & 0x0C) == 0 && picture[1..4].SequenceEqual((ReadOnlySpan<byte>)[0x49, 0x83, 0x42]))
        );

    // A unit of type 1 (sequence header) or 2 (temporal delimiter), forbidden and reserved bits clear.
    private static bool IsAv1Start(byte first) => (first & 0x81) == 0 && first >> 3 is 1 or 2;
}
