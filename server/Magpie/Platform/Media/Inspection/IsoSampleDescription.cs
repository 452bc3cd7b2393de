using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The sample descriptions (<c>stsd</c>) of a track: how its samples are coded, how large, whether encrypted.</summary>
internal static class IsoSampleDescription
{
    // The fixed fields of a picture's description, before its own boxes.
    private const int PictureFields = 78;

    // A descriptor of the codec lies within the first boxes of a description.
    private const int LongestDescription = 4096,
        MaxDescriptions = 16;

    private static readonly uint[] Encrypted =
    [
        IsoBox.Named("encv"),
        IsoBox.Named("enca"),
        IsoBox.Named("encs"),
        IsoBox.Named("drmi"),
        IsoBox.Named("drms"),
    ];

    private static readonly uint ProtectionScheme = IsoBox.Named("sinf");

    public static async ValueTask ReadAsync(InspectedFile it, IsoBox stsd, IsoTrack track)
    {
        it.File.Skip(8);
        while (await IsoBox.NextAsync(it, stsd.End) is { } entry && entry.End <= stsd.End)
        {
            track.Encrypted |= Array.IndexOf(Encrypted, entry.Type) >= 0;
            if (track.Descriptions.Count < MaxDescriptions)
            {
                track.Descriptions.Add(new(entry, await ReadObjectTypeAsync(it, entry)));
            }

            if (track.Coding == 0)
            {
                track.Coding = entry.Type;
                if (entry.BodyLength >= PictureFields && await it.HasAsync(PictureFields))
                {
                    track.Width = BinaryPrimitives.ReadUInt16BigEndian(it.File.Here[24..]);
                    track.Height = BinaryPrimitives.ReadUInt16BigEndian(it.File.Here[26..]);
                }
            }

            it.File.Skip(PictureFields);
            while (track.IsPicture && await IsoBox.NextAsync(it, entry.End) is { } inner && inner.End <= entry.End)
            {
                track.Encrypted |= inner.Type == ProtectionScheme;
                it.File.MoveTo(inner.End);
            }

            it.File.MoveTo(entry.End);
        }
    }

    private static async ValueTask<int?> ReadObjectTypeAsync(InspectedFile it, IsoBox entry)
    {
        var length = (int)Math.Min(Math.Min(entry.BodyLength, LongestDescription), it.File.Remaining);
        return length > 0 && await it.HasAsync(length) ? IsoElementaryStream.FindObjectType(it.File.Here[..length]) : null;
    }
}
