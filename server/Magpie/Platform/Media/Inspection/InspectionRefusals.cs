using System.Globalization;
using Magpie.Model;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The sentences of a refused file, each with its stable code.</summary>
internal static class InspectionRefusals
{
    private const string Kept = "Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.";

    public static RuleViolation EmptyFile(string name) =>
        new RuleViolation("empty-file", $"*{name}* is empty: it holds no bytes. Choose the file again, or export it again.").With(
            ("file", name)
        );

    public static RuleViolation NotKept(string name) =>
        new RuleViolation("format-not-kept", $"*{name}* has a format that Magpie does not support. {Kept}").With(
            ("file", name),
            ("reason", "unknown")
        );

    /// <param name="name">The file's.</param>
    /// <param name="what">What it really is.</param>
    public static RuleViolation NotKept(string name, ForeignFormat what) =>
        new RuleViolation("format-not-kept", $"*{name}* is {what.InWords()}, which Magpie does not support. {Kept}").With(
            ("file", name),
            ("reason", "foreign"),
            ("format", what)
        );

    /// <param name="name">The file's.</param>
    /// <param name="how">What is wrong.</param>
    public static RuleViolation Damaged(string name, Damage how) =>
        new RuleViolation("damaged", $"*{name}* is damaged: {how.InWords()}. Upload the original again, or export it again.").With(
            ("file", name),
            ("reason", how)
        );

    public static RuleViolation MediaElsewhere(string name) =>
        new RuleViolation(
            "damaged",
            $"*{name}* is only a reference: its media lies in another file. Export it as a self-contained movie."
        ).With(("file", name), ("reason", "mediaElsewhere"));

    public static RuleViolation NoPictureTrack(string name, bool hasSound) =>
        new RuleViolation(
            "no-picture-track",
            $"*{name}* has no picture track{(hasSound ? ", only sound" : "")}. Choose a video that shows something."
        ).With(("file", name), ("hasSound", hasSound));

    public static RuleViolation Encrypted(string name) =>
        new RuleViolation(
            "encrypted",
            $"*{name}* is encrypted, so nobody could watch it here. Upload a copy without copy protection."
        ).With(("file", name));

    public static RuleViolation TooManyPixels(string name, long width, long height, StructureLimits limits) =>
        new RuleViolation(
            "too-many-pixels",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* is {width:N0} × {height:N0} pixels; pictures may have up to {limits.MaxPixels / 1_000_000m:0.#} "
                    + $"megapixels. Export it smaller, or ask an admin to raise the limit."
            )
        ).With(("file", name), ("width", width), ("height", height), ("maxPixels", limits.MaxPixels));

    public static RuleViolation TooManyFrames(string name, StructureLimits limits) =>
        new RuleViolation(
            "too-many-frames",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* has more than {limits.MaxFrames:N0} frames. Make it shorter, or export it as a video."
            )
        ).With(("file", name), ("limit", limits.MaxFrames));

    public static RuleViolation TooManyScans(string name, StructureLimits limits) =>
        new RuleViolation(
            "too-many-scans",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* draws its picture in more than {limits.MaxScans:N0} passes, which takes too long to open. Save it again "
                    + $"as an ordinary JPEG."
            )
        ).With(("file", name), ("limit", limits.MaxScans));

    public static RuleViolation TooManyCuts(string name, StructureLimits limits) =>
        new RuleViolation(
            "too-many-cuts",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* has more than {limits.MaxCuts:N0} cuts in its edit list, which takes too long to open. Export it again "
                    + $"as one ordinary video."
            )
        ).With(("file", name), ("limit", limits.MaxCuts));
}
