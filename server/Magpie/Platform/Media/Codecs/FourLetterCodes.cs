using System.Buffers.Binary;

namespace Magpie.Platform.Media.Codecs;

/// <summary>
/// The codec, as ffmpeg names it, for the four letters of a sample description (or of the old AVI header that Matroska borrows). Codecs
/// that are missing here are not opened; only their letters can be shown.
/// </summary>
internal static class FourLetterCodes
{
    private static readonly Dictionary<uint, string> Pictures = Table(
        ("h264", "avc1 avc2 avc3 avc4 dva1 dvav H264 h264 ai5p ai5q ai52 ai53 ai55 ai56 ai1p ai1q ai12 ai13 ai15 ai16 AVin xalg"),
        ("hevc", "hvc1 hev1 dvh1 dvhe"),
        ("av1", "av01 dav1"),
        ("vp8", "vp08 VP80"),
        ("vp9", "vp09 VP90"),
        ("h263", "h263 H263 s263"),
        ("mpeg4", "MP4V XVID xvid DIVX DX50 FMP4 3IV2 SEDG"),
        (
            "mpeg2video",
            "hdv1 hdv2 hdv3 hdv4 hdv5 hdv6 hdv7 hdv8 hdv9 hdva mx3n mx3p mx4n mx4p mx5n mx5p m2v1 MPG2 "
                + "xdv1 xdv2 xdv3 xdv4 xdv5 xdv6 xdv7 xdv8 xdv9 xdva xdvb xdvc xdvd xdve xdvf xdhd xdh2 "
                + "xd51 xd54 xd55 xd59 xd5a xd5b xd5c xd5d xd5e xd5f xd5p mpg2"
        ),
        ("mjpeg", "jpeg mjpa MJPG mjpg AVDJ"),
        ("png", "png_ MPNG"),
        ("prores", "apcn apch apcs apco ap4h ap4x"),
        ("dnxhd", "AVdn AVdh"),
        ("8bps", "8BPS"),
        ("aasc", "AASC"),
        ("amv", "AMVF"),
        ("aprn", "aprn aprh"),
        ("asv1", "ASV1"),
        ("asv2", "ASV2"),
        ("avrp", "AVrp SUDS"),
        ("avui", "AVup AVui"),
        ("cfhd", "CFHD"),
        ("cinepak", "cvid CVID"),
        ("cljr", "CLJR"),
        ("dirac", "drac BBCD"),
        ("dvvideo", "dvc_ dvcp dvpp dv5p dv5n AVdv AVd1 dvhq dvhp dvh2 dvh4 dvh5 dvh6 dvh3 dvsd dvsl DVCS"),
        ("dxv", "DXDI DXD3"),
        ("dpx", "dpx_"),
        ("exr", "exr_"),
        ("flashsv", "FSV1"),
        ("ffv1", "FFV1"),
        ("ffvhuff", "FFVH"),
        ("flv", "FLV1"),
        ("fraps", "FPS1"),
        ("gif", "gif_"),
        ("h261", "H261 h261"),
        ("hap", "Hap1 Hap5 HapY HapA HapM"),
        ("huffyuv", "HFYU"),
        ("icod", "icod"),
        ("indeo3", "IV31 IV32"),
        ("indeo5", "IV50"),
        ("jpeg2000", "mjp2 MJ2C LJ2C LJ2K IPJ2"),
        ("jpegls", "MJLS"),
        ("lagarith", "LAGS"),
        ("ljpeg", "LJPG"),
        ("magicyuv", "MAGY M8RG M8RA M8G0 M8Y0 M8Y2 M8Y4 M8YA M0RA M0RG M0G0 M0Y2 M0Y4 M2RA M2RG"),
        ("mjpegb", "mjpb"),
        ("mpeg1video", "m1v_ m1v1 mpg1 mp1v MPEG mpeg"),
        ("msmpeg4v2", "MP42 DIV2"),
        ("msmpeg4v3", "DIV3 3IVD MP43 MPG3"),
        ("msrle", "WRLE"),
        ("msvideo1", "CRAM MSVC WHAM"),
        ("qdraw", "qdrw PNTG"),
        ("qtrle", "rle_"),
        ("r10k", "R10k R10g"),
        ("r210", "r210"),
        (
            "rawvideo",
            "raw_ yuv2 2vuy 2Vuy yuvs UYVY YUY2 YV12 I420 IYUV NV12 NV21 L555 L565 B565 24BG BGRA RGBA ABGR b16g b48r b64a DVOO v216 Y422"
        ),
        ("rpza", "rpza azpr"),
        ("sheervideo", "Shr0 Shr1 Shr2 Shr3 Shr4 Shr5 Shr6 Shr7"),
        ("sgi", "sgi_"),
        ("smc", "smc_"),
        ("snow", "SNOW"),
        ("speedhq", "SHQ0 SHQ1 SHQ2 SHQ3 SHQ4 SHQ5 SHQ7 SHQ9"),
        ("svq1", "SVQ1 svq1 svqi"),
        ("svq3", "SVQ3"),
        ("targa", "tga_"),
        ("theora", "theo"),
        ("tiff", "tiff"),
        ("tscc", "tscc"),
        ("tscc2", "tsc2"),
        ("utvideo", "ULRA ULRG ULY0 ULY2 ULY4 ULH0 ULH2 ULH4 UQY2 UQRA UQRG UQY0 UMY2 UMH2 UMY4 UMH4 UMRA UMRG"),
        ("v210", "v210 V210 C210"),
        ("v308", "v308"),
        ("v408", "v408"),
        ("v410", "v410 Y410"),
        ("ayuv", "AYUV"),
        ("vbn", "VBNx"),
        ("vc1", "vc-1 WVC1 VC-1 ovc1"),
        ("vp3", "VP31 VP30"),
        ("vp6f", "VP6F VP62"),
        ("vvc", "vvc1 vvi1"),
        ("wmv1", "WMV1"),
        ("wmv2", "WMV2"),
        ("wmv3", "WMV3"),
        ("y41p", "Y41P"),
        ("yuv4", "yuv4"),
        ("zlib", "ZLIB"),
        ("zmbv", "ZMBV")
    );

    private static readonly Dictionary<uint, string> Sounds = Table(
        ("aac", "AACP"),
        ("mp3", ".mp3 mp3_"),
        ("mp2", ".mp2"),
        ("opus", "Opus"),
        ("flac", "fLaC"),
        ("alac", "alac"),
        ("ac3", "ac-3 sac3 AC-3"),
        ("eac3", "ec-3"),
        ("amr_nb", "samr"),
        ("amr_wb", "sawb"),
        ("pcm_s16le", "sowt"),
        ("pcm_s16be", "twos"),
        ("pcm_s24be", "in24"),
        ("pcm_s32be", "in32"),
        ("pcm_f32be", "fl32"),
        ("pcm_f64be", "fl64"),
        ("pcm_s24le", "42ni"),
        ("pcm_s32le", "23ni"),
        ("pcm_f32le", "23lf"),
        ("pcm_u8", "raw_ NONE"),
        ("pcm_mulaw", "ulaw"),
        ("pcm_alaw", "alaw"),
        // A box inside says which kind it is; all kinds are opened.
        ("pcm_s16be", "lpcm ipcm fpcm"),
        ("ac4", "ac-4"),
        ("adpcm_ima_qt", "ima4"),
        ("apac", "apac"),
        ("dca", "dtsc dtsh dtsl dtse dtsx dtsy DTS_"),
        ("evrc", "sevc"),
        ("gsm", "agsm"),
        ("ilbc", "ilbc"),
        ("mace3", "MAC3"),
        ("mace6", "MAC6"),
        ("truehd", "mlpa"),
        ("mpegh", "mha1 mha2 mhm1 mhm2"),
        ("nellymoser", "NELL nmos"),
        ("qcelp", "Qclp Qclq sqcp"),
        ("qdm2", "QDM2"),
        ("qdmc", "QDMC"),
        ("speex", "spex SPXN"),
        ("tta", "TTA1"),
        ("wavpack", "WVPK")
    );

    public static string? OfPicture(uint code) => Pictures.GetValueOrDefault(code);

    public static string? OfSound(uint code) =>
        Sounds.GetValueOrDefault(code) ?? ((code >> 16) == WavePrefix ? WaveFormats.Of((int)(code & 0xFFFF)) : null);

    /// <summary>The letters themselves, for a sentence, without unreadable ones.</summary>
    public static string Spell(uint code)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, code);
        var letters = string.Concat(
            bytes.ToArray().Where(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.').Select(b => (char)b)
        );
        return letters.Length > 0 ? $"“{letters}”" : $"0x{code:X8}";
    }

    // "ms" and the codec's number in WAV files.
    private const uint WavePrefix = 0x6D73;

    private static Dictionary<uint, string> Table(params ReadOnlySpan<(string Codec, string Codes)> rows)
    {
        var table = new Dictionary<uint, string>();
        foreach (var (codec, codes) in rows)
        {
            foreach (var code in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                table[BinaryPrimitives.ReadUInt32BigEndian(System.Text.Encoding.Latin1.GetBytes(code.Replace('_', ' ')))] = codec;
            }
        }

        return table;
    }
}
