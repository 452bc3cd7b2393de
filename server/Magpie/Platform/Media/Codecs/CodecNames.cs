namespace Magpie.Platform.Media.Codecs;

/// <summary>What people call a codec that ffmpeg knows by a short name; only those that are not opened need one.</summary>
internal static class CodecNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["8bps"] = "QuickTime Planar RGB", ["aasc"] = "Autodesk RLE", ["amv"] = "AMV", ["aprn"] = "ProRes RAW", ["asv1"] = "ASUS V1", ["asv2"] = "ASUS V2",
        ["avrp"] = "Avid 10-bit RGB", ["avui"] = "Avid Meridien", ["ayuv"] = "uncompressed video (AYUV)", ["bmp"] = "BMP", ["cfhd"] = "GoPro CineForm",
        ["cinepak"] = "Cinepak", ["cljr"] = "Cirrus Logic AccuPak", ["dirac"] = "Dirac", ["dpx"] = "DPX", ["dvvideo"] = "DV", ["dxv"] = "Resolume DXV", ["exr"] = "OpenEXR",
        ["ffv1"] = "FFV1", ["ffvhuff"] = "HuffYUV (FFmpeg)", ["flashsv"] = "Flash Screen Video", ["flashsv2"] = "Flash Screen Video 2", ["flv"] = "Sorenson Spark (FLV1)",
        ["fraps"] = "Fraps", ["gif"] = "GIF", ["h261"] = "H.261", ["hap"] = "Hap", ["huffyuv"] = "HuffYUV", ["icod"] = "Apple Intermediate Codec",
        ["indeo3"] = "Indeo 3", ["indeo5"] = "Indeo 5", ["jpeg2000"] = "JPEG 2000", ["jpegls"] = "JPEG-LS", ["lagarith"] = "Lagarith", ["ljpeg"] = "Lossless JPEG",
        ["magicyuv"] = "MagicYUV", ["mjpegb"] = "Motion JPEG B", ["mpeg1video"] = "MPEG-1", ["msmpeg4v2"] = "Microsoft MPEG-4 version 2",
        ["msmpeg4v3"] = "Microsoft MPEG-4 version 3 (DivX 3)", ["msrle"] = "Microsoft RLE", ["msvideo1"] = "Microsoft Video 1", ["notchlc"] = "NotchLC",
        ["qdraw"] = "QuickDraw", ["qtrle"] = "QuickTime Animation", ["r10k"] = "uncompressed RGB (R10k)", ["r210"] = "uncompressed RGB (r210)",
        ["rawvideo"] = "uncompressed video", ["roqvideo"] = "RoQ", ["rpza"] = "Apple Video (Road Pizza)", ["rv10"] = "RealVideo 1", ["rv20"] = "RealVideo 2",
        ["rv30"] = "RealVideo 3", ["rv40"] = "RealVideo 4", ["sgirle"] = "SGI RLE", ["sgi"] = "SGI", ["sheervideo"] = "SheerVideo", ["smc"] = "Apple Graphics", ["snow"] = "Snow",
        ["speedhq"] = "SpeedHQ", ["svq1"] = "Sorenson Video", ["svq3"] = "Sorenson Video 3", ["targa"] = "Targa", ["theora"] = "Theora", ["tiff"] = "TIFF",
        ["tscc"] = "TechSmith Screen Capture", ["tscc2"] = "TechSmith Screen Codec 2", ["utvideo"] = "Ut Video", ["v210"] = "uncompressed 10-bit video (v210)",
        ["v308"] = "uncompressed video (v308)", ["v408"] = "uncompressed video (v408)", ["v410"] = "uncompressed video (v410)", ["vbn"] = "Vizrt VBN",
        ["vc1"] = "VC-1", ["vc2"] = "Dirac (VC-2)", ["vp3"] = "VP3", ["vp6f"] = "VP6", ["vvc"] = "H.266", ["wmv1"] = "Windows Media Video 7", ["wmv2"] = "Windows Media Video 8",
        ["wmv3"] = "Windows Media Video 9", ["wrapped_avframe"] = "uncompressed video", ["xbm"] = "XBM", ["xface"] = "X-Face", ["xwd"] = "XWD",
        ["y41p"] = "uncompressed video (Y41P)", ["yuv4"] = "uncompressed video (yuv4)", ["zlib"] = "LCL ZLIB", ["zmbv"] = "Zip Motion Blocks Video (ZMBV)",
        ["ac4"] = "Dolby AC-4", ["adpcm_g722"] = "G.722", ["adpcm_g726"] = "G.726", ["adpcm_ima_qt"] = "IMA ADPCM", ["adpcm_ima_wav"] = "IMA ADPCM",
        ["adpcm_ms"] = "Microsoft ADPCM", ["apac"] = "Apple Positional Audio", ["dca"] = "DTS", ["evrc"] = "EVRC", ["g723_1"] = "G.723.1", ["gsm"] = "GSM", ["gsm_ms"] = "GSM",
        ["ilbc"] = "iLBC", ["mace3"] = "MACE 3:1", ["mace6"] = "MACE 6:1", ["mlp"] = "MLP", ["mp1"] = "MPEG audio layer 1", ["mp2"] = "MPEG audio layer 2",
        ["mp4als"] = "MPEG-4 ALS", ["mpegh"] = "MPEG-H 3D Audio", ["nellymoser"] = "Nellymoser", ["qcelp"] = "QCELP", ["qdm2"] = "QDesign Music 2",
        ["qdmc"] = "QDesign Music", ["sonic"] = "Sonic", ["speex"] = "Speex", ["truehd"] = "Dolby TrueHD", ["tta"] = "True Audio (TTA)", ["wavpack"] = "WavPack",
        ["wmav1"] = "Windows Media Audio 1", ["wmav2"] = "Windows Media Audio 2", ["wmapro"] = "Windows Media Audio Pro",
        ["h264"] = "H.264", ["hevc"] = "HEVC", ["mpeg4"] = "MPEG-4 Part 2", ["mpeg2video"] = "MPEG-2", ["mjpeg"] = "Motion JPEG", ["prores"] = "ProRes", ["aac"] = "AAC",
        ["ac3"] = "Dolby Digital (AC-3)", ["eac3"] = "Dolby Digital Plus (E-AC-3)", ["mp3"] = "MP3", ["flac"] = "FLAC", ["alac"] = "Apple Lossless", ["vorbis"] = "Vorbis",
    };

    /// <summary>In every case something to say: a codec without another name keeps its own.</summary>
    public static string Of(string codec) =>
        Names.TryGetValue(codec, out var name) ? name : codec.StartsWith("pcm_", StringComparison.Ordinal) ? $"uncompressed sound ({codec})" : codec;
}
