using Magpie.Platform.Media.Codecs;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// What one track of a movie says about itself. Tables are only noted with their place and length, and read where needed.
/// </summary>
internal sealed class IsoTrack
{
    public uint Id { get; set; }

    /// <summary><c>vide</c>, <c>soun</c>, <c>text</c>, …</summary>
    public uint Handler { get; set; }

    public IsoClock Clock { get; set; }

    /// <summary>The codec in the first sample description; 0 when there is none.</summary>
    public uint Coding { get; set; }

    /// <summary>All sample descriptions; a track may have several, and each sample uses one.</summary>
    public List<IsoDescription> Descriptions { get; } = [];

    /// <summary>Whether players should show it; a disabled track has another purpose.</summary>
    public bool Enabled { get; set; } = true;

    public int Width { get; set; }

    public int Height { get; set; }

    public bool Encrypted { get; set; }

    public bool MediaElsewhere { get; set; }

    public IsoTable? Sizes { get; set; }

    /// <summary>The size of all samples; 0 when each has its own in <see cref="Sizes"/>.</summary>
    public uint FixedSize { get; set; }

    /// <summary>Runs of samples with the same duration.</summary>
    public IsoTable? Times { get; set; }

    public IsoTable? Chunks { get; set; }

    public IsoTable? SamplesPerChunk { get; set; }

    public long SampleCount => Sizes?.Count ?? 0;

    public bool IsPicture => Handler == IsoBox.Named("vide");

    public bool IsSound => Handler == IsoBox.Named("soun");

    /// <summary>A track of stills, such as a cover or a thumbnail.</summary>
    public bool IsOfStills => Descriptions is [var first, ..] && first.PictureCodec is "mjpeg" or "png";
}

/// <param name="Entry">Where it lies.</param>
/// <param name="ObjectType">What MPEG-4 calls its codec; null where it says nothing.</param>
internal readonly record struct IsoDescription(IsoBox Entry, int? ObjectType)
{
    /// <summary>Its four letters.</summary>
    public uint Coding => Entry.Type;

    private static readonly uint Mp4v = IsoBox.Named("mp4v"),
        Mp4a = IsoBox.Named("mp4a");

    /// <summary>As ffmpeg names it; null where nobody here knows.</summary>
    public string? PictureCodec =>
        Coding != Mp4v ? FourLetterCodes.OfPicture(Coding)
        : ObjectType is { } type ? MpegObjectTypes.Of(type)
        : "mpeg4";

    public string? SoundCodec =>
        Coding != Mp4a ? FourLetterCodes.OfSound(Coding)
        : ObjectType is { } type and not 0 ? MpegObjectTypes.Of(type)
        : "aac";
}

/// <param name="At">Where its first entry lies.</param>
/// <param name="Count">How many entries it says to have.</param>
/// <param name="EntryBits">Bits of one; some sizes are written in 4 or 16.</param>
internal sealed record IsoTable(long At, uint Count, int EntryBits);
