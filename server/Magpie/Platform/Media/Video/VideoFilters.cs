using System.Globalization;

namespace Magpie.Platform.Media.Video;

/// <summary>ffmpeg's filter chains. Every one ends in square pixels, upright, in the colours of an ordinary screen.</summary>
internal static class VideoFilters
{
    /// <summary>Frames that are almost all black say nothing about a video; the first other one is taken.</summary>
    public const string SkipBlack =
        "blackframe=amount=0:threshold=24,metadata=mode=select:key=lavfi.blackframe.pblack:value=97:function=less";

    /// <summary>Full-range RGB for a still picture.</summary>
    public const string ToRgb = "scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int,format=rgb24";

    /// <summary>
    /// Scaled and converted to BT.709 in limited range; <paramref name="pixelFormat"/> is <c>yuv420p</c> or <c>yuv444p</c>.
    /// </summary>
    public static string Screen(VideoTrack track, (int Width, int Height) size, string pixelFormat) =>
        track.IsHdr
            ? ToneMapped(track, size, pixelFormat)
            : Text(
                $"scale={size.Width}:{size.Height}:flags=bicubic:in_color_matrix={InMatrix(track)}:out_color_matrix=bt709:out_range=tv,format={pixelFormat},setsar=1,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
            );

    /// <summary>Scaled first: tone mapping works in 32-bit floats, and a 4K frame of those is 100 MB.</summary>
    private static string ToneMapped(VideoTrack track, (int Width, int Height) size, string pixelFormat) =>
        Text(
            $"scale={size.Width}:{size.Height}:flags=bicubic,format=yuv420p10le,zscale=tin={track.Transfer}:min=2020_ncl:pin=2020:rin=tv:t=linear:npl={WhitePaper},format=gbrpf32le,zscale=p=709,tonemap=tonemap=hable:desat=0,zscale=t=709:m=709:r=tv,format={pixelFormat},setsar=1"
        );

    /// <summary>
    /// How bright, in candela per square metre, white paper is in HDR (ITU-R BT.2408); it becomes the white of the screen.
    /// </summary>
    private const int WhitePaper = 203;

    /// <summary>What a file does not say, browsers decide by its size: small is old television.</summary>
    private static string InMatrix(VideoTrack track) =>
        track.Matrix is null or "unknown" or "unspecified"
            ? Math.Min(track.Width, track.Height) >= 720
                ? "bt709"
                : "smpte170m"
            : "auto";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
