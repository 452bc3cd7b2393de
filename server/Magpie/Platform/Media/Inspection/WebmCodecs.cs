using System.Buffers.Binary;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Media.Codecs;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Whether a WebM's pictures and sound use codecs that WebM allows.</summary>
internal static class WebmCodecs
{
    // What Matroska calls the codecs that an ordinary Matroska has; others say their name themselves.
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["V_VP8"] = "vp8",
        ["V_VP9"] = "vp9",
        ["V_AV1"] = "av1",
        ["A_OPUS"] = "opus",
        ["A_VORBIS"] = "vorbis",
        ["V_MPEG4/ISO/AVC"] = "h264",
        ["V_MPEGH/ISO/HEVC"] = "hevc",
        ["V_MPEG4/ISO/SP"] = "mpeg4",
        ["V_MPEG4/ISO/ASP"] = "mpeg4",
        ["V_MPEG4/ISO/AP"] = "mpeg4",
        ["V_MPEG4/MS/V3"] = "msmpeg4v3",
        ["V_MPEG1"] = "mpeg1video",
        ["V_MPEG2"] = "mpeg2video",
        ["V_MJPEG"] = "mjpeg",
        ["V_PRORES"] = "prores",
        ["V_FFV1"] = "ffv1",
        ["V_SNOW"] = "snow",
        ["V_THEORA"] = "theora",
        ["V_DIRAC"] = "dirac",
        ["V_UNCOMPRESSED"] = "rawvideo",
        ["V_REAL/RV10"] = "rv10",
        ["V_REAL/RV20"] = "rv20",
        ["V_REAL/RV30"] = "rv30",
        ["V_REAL/RV40"] = "rv40",
        ["A_AAC"] = "aac",
        ["A_AC3"] = "ac3",
        ["A_EAC3"] = "eac3",
        ["A_DTS"] = "dca",
        ["A_FLAC"] = "flac",
        ["A_ALAC"] = "alac",
        ["A_MPEG/L1"] = "mp1",
        ["A_MPEG/L2"] = "mp2",
        ["A_MPEG/L3"] = "mp3",
        ["A_TRUEHD"] = "truehd",
        ["A_MLP"] = "mlp",
        ["A_TTA1"] = "tta",
        ["A_WAVPACK4"] = "wavpack",
    };

    public static RuleViolation? FindRefusal(IReadOnlyList<WebmTrack> tracks, string name)
    {
        var refused = tracks.FirstOrDefault(track =>
            track switch
            {
                { IsVideo: true } => !(
                    Ids.GetValueOrDefault(track.Codec) is { } codec && OpenedCodecs.OpensPicture(MediaFormat.Webm, codec)
                ),
                { IsSound: true } => !(Ids.GetValueOrDefault(track.Codec) is { } codec && OpenedCodecs.OpensSound(MediaFormat.Webm, codec)),
                _ => false,
            }
        );
        return refused is null ? null : CodecRefusals.InWebm(name, NameOf(refused));
    }

    private static string NameOf(WebmTrack track) =>
        track switch
        {
            { Codec: "" } => "“”",
            { Codec: "V_MS/VFW/FOURCC", CodecPrivate.Length: 20 } => Spelled(
                BinaryPrimitives.ReadUInt32BigEndian(track.CodecPrivate.AsSpan(16))
            ),
            { Codec: "V_QUICKTIME", CodecPrivate.Length: >= 8 } => Spelled(
                BinaryPrimitives.ReadUInt32BigEndian(track.CodecPrivate.AsSpan(4))
            ),
            { Codec: "A_MS/ACM", CodecPrivate.Length: >= 2 }
                when WaveFormats.Of(BinaryPrimitives.ReadUInt16LittleEndian(track.CodecPrivate)) is { } wave => CodecNames.Of(wave),
            _ when Ids.TryGetValue(track.Codec, out var known) => $"{CodecNames.Of(known)} ({track.Codec})",
            _ => track.Codec,
        };

    private static string Spelled(uint code) =>
        FourLetterCodes.OfPicture(code) is { } codec ? CodecNames.Of(codec) : FourLetterCodes.Spell(code);
}
