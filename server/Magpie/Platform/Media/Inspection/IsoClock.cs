using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The time scale and duration of a movie or a track.</summary>
/// <param name="Scale">Units a second.</param>
/// <param name="Duration">In those units; all ones when unknown.</param>
internal readonly record struct IsoClock(uint Scale, ulong Duration)
{
    // A longer duration is false or from a surveillance camera; the samples are then measured.
    private const ulong AbsurdSeconds = 1_000 * 3_600;

    public string? Oddity =>
        Scale == 0 ? "a time scale of nothing"
        : Duration is not (uint.MaxValue or ulong.MaxValue) && Duration / Scale > AbsurdSeconds ? "an absurd duration"
        : null;

    /// <summary>From the body of a movie or media header, which are the same up to here; null when too short.</summary>
    public static async ValueTask<IsoClock?> ReadAsync(InspectedFile it, IsoBox box)
    {
        if (box.BodyLength < 20 || !await it.HasAsync(20))
        {
            return null;
        }

        if (it.File.Here[0] != 1)
        {
            return new IsoClock(
                BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[12..]),
                BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[16..])
            );
        }

        return box.BodyLength >= 32 && await it.HasAsync(32)
            ? new IsoClock(
                BinaryPrimitives.ReadUInt32BigEndian(it.File.Here[20..]),
                BinaryPrimitives.ReadUInt64BigEndian(it.File.Here[24..])
            )
            : null;
    }
}
