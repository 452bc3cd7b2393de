namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// The elementary stream descriptor (<c>esds</c>), which says what "MPEG-4" means. QuickTime puts it deeper than MP4 does and behind
/// fields of several lengths, so it is looked for by its name.
/// </summary>
internal static class IsoElementaryStream
{
    private const byte StreamTag = 3,
        DecoderTag = 4;

    public static int? FindObjectType(ReadOnlySpan<byte> description)
    {
        if (description.IndexOf("esds"u8) is not (>= 0 and var found))
        {
            return null;
        }

        // Behind its name come version and flags.
        var rest = From(description, found + 8);
        if (rest is [StreamTag, ..])
        {
            rest = Opened(rest);
            var flags = rest is [_, _, var third, ..] ? third : 0;
            rest = From(rest, 3 + ((flags & 0x80) != 0 ? 2 : 0));
            rest = (flags & 0x40) == 0 ? rest : From(rest, rest is [var address, ..] ? 1 + address : 1);
            rest = From(rest, (flags & 0x20) != 0 ? 2 : 0);
        }

        return rest is [DecoderTag, ..] && Opened(rest) is [var objectType, ..] ? objectType : null;
    }

    /// <summary>Behind a tag and its length, which takes up to four bytes.</summary>
    private static ReadOnlySpan<byte> Opened(ReadOnlySpan<byte> descriptor)
    {
        var at = 1;
        while (at < Math.Min(4, descriptor.Length) && (descriptor[at] & 0x80) != 0)
        {
            at++;
        }

        return From(descriptor, at + 1);
    }

    private static ReadOnlySpan<byte> From(ReadOnlySpan<byte> bytes, int at) => at < bytes.Length ? bytes[at..] : [];
}
