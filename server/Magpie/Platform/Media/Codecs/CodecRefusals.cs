using Magpie.Model;

namespace Magpie.Platform.Media.Codecs;

/// <summary>The sentences about codecs that are not opened: which one it is, and what to export instead.</summary>
internal static class CodecRefusals
{
    private const string Instead = "Export it as MP4 with H.264 and AAC, and upload that.";

    public static RuleViolation OfPictures(string name, string codec) =>
        new RuleViolation("format-not-kept", $"*{name}* is coded in {codec}, which Magpie does not open. {Instead}").With(
            ("file", name),
            ("reason", "codec"),
            ("codec", codec)
        );

    public static RuleViolation OfSound(string name, string codec) =>
        new RuleViolation("format-not-kept", $"The sound of *{name}* is coded in {codec}, which Magpie does not open. {Instead}").With(
            ("file", name),
            ("reason", "soundCodec"),
            ("codec", codec)
        );

    public static RuleViolation InWebm(string name, string codec) =>
        new RuleViolation(
            "format-not-kept",
            $"*{name}* is a WebM with the codec {codec}, which WebM does not allow. Export it as MP4 with H.264 and AAC, or as WebM "
                + "with VP8, VP9 or AV1 and Opus."
        ).With(("file", name), ("reason", "webmCodec"), ("codec", codec));

    /// <param name="name">The file's.</param>
    /// <param name="codec">For when ffmpeg itself found what the headers did not say.</param>
    public static RuleViolation Within(string name, string codec) =>
        new RuleViolation("format-not-kept", $"*{name}* holds {codec}, which Magpie does not open. {Instead}").With(
            ("file", name),
            ("reason", "codecWithin"),
            ("codec", codec)
        );

    public static RuleViolation UnknownSound(string name, string code) =>
        new RuleViolation(
            "format-not-kept",
            $"The sound of *{name}* is coded in {code}, which the ffmpeg on this server cannot read. {Instead}"
        ).With(("file", name), ("reason", "unreadableSound"), ("codec", code));
}
