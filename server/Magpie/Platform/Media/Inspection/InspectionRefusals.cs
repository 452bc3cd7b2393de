using System.Globalization;
using Magpie.Model;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The sentences of a refused file, each with its stable code.</summary>
internal static class InspectionRefusals
{
    private const string Kept = "Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.";

    public static RuleViolation EmptyFile(string name) =>
        new("empty-file", $"*{name}* is empty: it holds no bytes. Choose the file again, or export it anew.");

    public static RuleViolation NotKept(string name) => new("format-not-kept", $"*{name}* is not a format Magpie keeps. {Kept}");

    /// <param name="name">The file's.</param>
    /// <param name="what">With its article: "an AVI video".</param>
    public static RuleViolation NotKept(string name, string what) =>
        new("format-not-kept", $"*{name}* is {what}, which Magpie does not keep. {Kept}");

    /// <param name="name">The file's.</param>
    /// <param name="how">What is wrong, as the end of a sentence: "it ends too early".</param>
    public static RuleViolation Damaged(string name, string how) =>
        new("damaged", $"*{name}* is damaged: {how}. Upload the original again, or export it anew.");

    public static RuleViolation MediaElsewhere(string name) =>
        new("damaged", $"*{name}* is only a reference: its media lies in another file. Export it as a self-contained movie.");

    public static RuleViolation NoPictureTrack(string name, string insteadOf) =>
        new("no-picture-track", $"*{name}* has no picture track{insteadOf}. Choose a video that shows something.");

    public static RuleViolation Encrypted(string name) =>
        new("encrypted", $"*{name}* is encrypted, so nobody could watch it here. Upload a copy without copy protection.");

    public static RuleViolation TooManyPixels(string name, long width, long height, StructureLimits limits) =>
        new(
            "too-many-pixels",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* is {width:N0} × {height:N0} pixels; pictures may have up to {limits.MaxPixels / 1_000_000m:0.#} "
                    + $"megapixels. Export it smaller, or ask an admin to raise the limit."
            )
        );

    public static RuleViolation TooManyFrames(string name, StructureLimits limits) =>
        new(
            "too-many-frames",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* has more than {limits.MaxFrames:N0} frames. Make it shorter, or export it as a video."
            )
        );

    public static RuleViolation TooManyScans(string name, StructureLimits limits) =>
        new(
            "too-many-scans",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* draws its picture in more than {limits.MaxScans:N0} passes, which takes too long to open. Save it again "
                    + $"as an ordinary JPEG."
            )
        );

    public static RuleViolation TooManyCuts(string name, StructureLimits limits) =>
        new(
            "too-many-cuts",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* has more than {limits.MaxCuts:N0} cuts in its edit list, which takes too long to open. Export it again "
                    + $"as one ordinary video."
            )
        );
}
