namespace Magpie.Platform.Media.Codecs;

/// <summary>What an elementary stream descriptor says of a track whose four letters say only "MPEG-4" (<c>mp4v</c>, <c>mp4a</c>).</summary>
internal static class MpegObjectTypes
{
    public static string? Of(int number) =>
        number switch
        {
            0x20 => "mpeg4",
            0x21 => "h264",
            0x23 => "hevc",
            0x40 or 0x66 or 0x67 or 0x68 => "aac",
            >= 0x60 and <= 0x65 => "mpeg2video",
            0x69 or 0x6B => "mp3",
            0x6A => "mpeg1video",
            0x6C => "mjpeg",
            0x6D => "png",
            0x6E => "jpeg2000",
            0xA3 => "vc1",
            0xA4 => "dirac",
            0xA5 => "ac3",
            0xA6 => "eac3",
            0xA9 or 0xAC => "dca",
            0xAD => "opus",
            0xB1 => "vp9",
            0xC1 => "flac",
            0xD0 => "tscc2",
            0xD1 => "evrc",
            0xDD => "vorbis",
            0xE1 => "qcelp",
            _ => null,
        };
}
